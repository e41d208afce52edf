"""Spanish parts of made-up notes, made like the English ones."""

FILLERS = {
    "situation": (
        ("pasar por la tienda de la esquina", "caminar frente al negocio donde compraba"),
        ("el día de cobro con efectivo en la mano", "tener el sueldo en el bolsillo"),
        ("un mensaje de un viejo conocido", "que le escribiera alguien de antes"),
        ("el departamento vacío después de las nueve", "volver de noche a un cuarto sin nadie"),
        ("la discusión por la renta", "el pleito con el casero por lo que debe"),
        ("la fiesta de cumpleaños de un primo", "celebrar con la familia que toma"),
        ("el dolor de rodilla por la madrugada", "despertar por molestias en la pierna"),
        ("el aburrimiento en una tarde de lluvia", "las horas muertas sin poder salir"),
        ("una carta del juzgado", "el aviso sobre su audiencia"),
        ("el aniversario de la muerte del hermano", "la fecha en que perdió a un familiar cercano"),
        ("ver el partido con los compañeros de la obra", "el futbol en televisión entre albañiles"),
        ("una factura del hospital sin pagar", "la deuda de urgencias"),
    ),
    "event": (
        ("regresó a la panadería medio turno", "hornea otra vez algunas mañanas"),
        ("visitó a sus hijas durante dos horas", "pasó la tarde con las niñas"),
        ("caminó cinco kilómetros para llegar al grupo", "vino a pie porque no hubo transporte"),
        (
            "le dijo la verdad a su oficial de libertad condicional",
            "fue sincero con quien vigila su caso",
        ),
        ("perdió a su abuela en primavera", "está de luto por la señora que lo crió"),
        ("aprobó el examen de manejo", "tiene licencia de nuevo"),
        ("rechazó una copa en una boda", "dijo que no al brindis"),
        ("cocinó la cena para toda la casa", "preparó la comida de los suyos"),
        ("vendió la guitarra para pagar una deuda", "se deshizo de su instrumento por dinero"),
        ("durmió seis horas por primera vez", "por fin descansó una noche entera"),
    ),
    "support": (
        ("un vecino jubilado que pesca", "el señor de al lado con la lancha"),
        ("una tía en Monterrey", "la hermana de su mamá que vive lejos"),
        ("el director del coro", "quien dirige los cantos en la iglesia"),
        ("su padrino del grupo", "la persona que lo guía en los pasos"),
        ("una compañera del taller mecánico", "otra trabajadora de donde arreglan autos"),
        ("la enfermera del albergue", "el personal donde duerme"),
        ("un amigo del equipo de atletismo", "alguien con quien corre"),
        ("la maestra del curso nocturno", "quien da la clase después del trabajo"),
    ),
    "action": (
        ("salió de la fiesta y pidió un taxi", "se fue de ahí en coche"),
        ("guardó el teléfono en un cajón", "escondió el aparato"),
        ("contó respiraciones hasta que pasó la ola", "inhaló despacio mientras bajaba"),
        ("fue a una junta al mediodía", "se sentó con un grupo de ayuda mutua"),
        ("escribió dos páginas sobre el coraje", "llenó un cuaderno con lo que lo enfurece"),
        ("paseó al perro alrededor del lago", "sacó al animal junto al agua"),
        ("borró cuatro números de contactos", "eliminó a gente vieja de su lista"),
        ("limpió el baño a medianoche", "talló el piso en vez de salir"),
        ("le entregó la tarjeta del banco a su hermana", "dejó que otra persona cuide el dinero"),
        ("arregló una bicicleta en el patio", "reparó algo afuera con sus manos"),
    ),
    "plan": (
        ("llamar al casero junto con la trabajadora social", "hablar de la renta acompañado"),
        ("tomar el camión de la tarde con alguien del grupo", "no hacer solo el camino de vuelta"),
        ("poner una alarma para la naltrexona", "que el reloj le recuerde la pastilla"),
        ("pasar el sábado en el huerto comunitario", "sembrar verduras cuando no trabaje"),
        ("pedirle al jefe un turno más temprano", "solicitar otro horario"),
        ("contarle todo a una sola persona", "confiar por completo en alguien"),
        ("escribir una carta al hijo mayor", "disculparse en papel con el primogénito"),
        ("dejar el celular fuera del cuarto", "dormir sin pantallas cerca"),
    ),
    "insight": (
        (
            "el enojo llega una hora antes de las ganas",
            "se enfurece bastante antes de querer tomar",
        ),
        ("decir que no cuesta menos si alguien sabe", "rechazar es más fácil cuando avisa"),
        ("confundía el hambre con las ganas", "tener vacío el estómago le parecía deseo"),
        ("la mentira pesaba más que la recaída", "ocultarlo dolió más que lo sucedido"),
        ("el orgullo no deja pedir ayuda", "no busca a otros porque le parece debilidad"),
        ("las buenas noticias también son riesgo", "festejar puede ser tan peligroso como sufrir"),
    ),
}

FRAMES = {
    "opening": (
        "Participó durante toda la sesión y dio retroalimentación.",
        "Atento desde el inicio; habló cuando se le invitó.",
        "Callado al principio, se integró después del descanso.",
        "Llegó {n} minutos tarde y se acomodó pronto.",
        "Escuchó con atención y comentó una vez al final.",
    ),
    "situation": (
        "Nombró {x} como el momento de mayor impulso.",
        "Reporta ganas de consumir al {n} de diez: {x}.",
        "Lo que más le jala en estos días es {x}.",
        "En el ejercicio dibujó cómo {x} lo lleva a querer usar.",
        "Preguntado por lo más duro desde el {day}, contestó: {x}.",
    ),
    "event": (
        "Desde la última sesión {x}.",
        "Novedad de hoy: {x}.",
        "Contó al grupo que {x} y cómo se sintió.",
        "El registro inicial giró en torno a que {x}.",
    ),
    "support": (
        "Cuenta con {x} cuando la cosa aprieta.",
        "A quien llamaría primero es {x}.",
        "Agregó {x} al círculo de apoyo que hizo el {day}.",
        "Describe a {x} como quien no juzga.",
    ),
    "action": (
        "Cuando llegó el impulso {x}.",
        "En lugar de consumir {x} y le sorprendió que funcionara.",
        "Habilidad usada fuera del grupo: {x}.",
        "Con orgullo dijo que {x} el {day}.",
    ),
    "insight": (
        "En sus propias palabras: {x}.",
        "Se dio cuenta de que {x}.",
        "Se va con la idea de que {x}.",
    ),
    "plan": (
        "Antes del próximo grupo va a {x}.",
        "Siguiente paso, elegido por el cliente: {x}.",
        "Piensa {x} para el {day}.",
        "Quedamos en {x} y comentar cómo le fue.",
    ),
    "stock": (
        "No se reportan riesgos de seguridad.",
        "Continúa trabajando en las metas de su tratamiento.",
        "Asistirá al próximo grupo según lo programado.",
        "Ánimo y afecto adecuados al tema.",
        "Agradeció a los demás su retroalimentación.",
        "Orientado y cooperador durante la sesión.",
    ),
}

SWAPS = (
    ("nombró", "identificó"), ("reporta", "refiere"), ("ganas", "deseos"), ("momento", "instante"),
    ("dibujó", "trazó"), ("contestó", "respondió"), ("duro", "difícil"), ("contó", "relató"),
    ("llamaría", "buscaría"), ("agregó", "sumó"), ("describe", "define"), ("impulso", "antojo"),
    ("idea", "reflexión"), ("próximo", "siguiente"), ("piensa", "planea"), ("callado", "reservado"),
    ("escuchó", "atendió"), ("comentó", "opinó"), ("pidió", "solicitó"), ("tarde", "noche"),
    ("casa", "familia"), ("orgullo", "satisfacción"), ("discusión", "pelea"), ("visitó", "vio a"),
    ("hoy", "esta vez"), ("jala", "atrae"),
)  # fmt: skip
ADVERBS = ("hoy", "abiertamente", "de nuevo", "durante la sesión", "con claridad")
PRONOUNS = (("él", "él", "su"), ("ella", "ella", "su"))
DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado")
NAMES = ("Alma", "Beto", "Carmen", "Diego", "Elvira", "Fermín", "Gala", "Hugo", "Irma", "Julio")
