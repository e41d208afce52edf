"""Words that mean the same in session notes, English and Spanish, and how much each word weighs.

A light edit swaps "reported" for "shared" and leaves the rest: words of one line below count as one
word. What every session note says ("attended", "group", "participated") weighs little; a word that
is in no line is particular to this client and weighs most. A line that begins with + goes on with
the one above.

Source: written for this program from the usual vocabulary of session notes.
"""

# Said of everybody in nearly every note.
USUAL = """
attend attended attending attendance present asistio asistir presente presencia
group session meeting class grupo sesion reunion
participate participated participation engaged engage involved active actively activo activa
+ participo participar
listen listened attentive attentively attention escucho escuchar atento atenta atencion
share shared discuss discussed talk talked speak spoke describe described explain explained
+ compartio compartir hablo hablar comento describio explico platico
report reported state stated say said tell told note noted mention mentioned indicate indicated
+ express expressed reporto dijo menciono indico expreso refirio manifesto
identify identified name named list listed recognize recognized identifico nombro reconocio
+ enumero senalo
discuss topic subject theme tema asunto
appear appeared seem seemed look looked present parecio parece lucio
appropriate appropriately adequate adequately adecuado adecuada adecuadamente apropiado
continue continued keep remain remained continuo continuar siguio seguir seguira mantuvo
encourage encouraged support supported supportive animo apoyo apoyar alento
plan plans planned intend intends planeo planea piensa
agree agreed accept accepted acepto acordo acuerdo
goal goals objective objectives aim meta metas objetivo objetivos
treatment program recovery sobriety recuperacion tratamiento programa sobriedad
peer peers member members other others companero companeros companera integrante integrantes otros
feedback response respond responded retroalimentacion respuesta respondio
process processed explore explored review reviewed work worked proceso exploro reviso trabajo
able capaz pudo logro
need needs needed necesita necesito
feel felt feeling feelings emotion emotions sintio siente sentimiento sentimientos emocion
+ emociones
week weekly semana semanal
today now hoy ahora
day days daily dia dias diario
time times vez veces tiempo
home house homework tarea casa hogar
also tambien ademas
well good better bien bueno buena mejor
next proximo proxima siguiente
during durante
"""

# Different words for one particular thing; they weigh as much as any particular word.
SAME = """
trigger triggers cue cues detonante detonantes disparador desencadenante
craving cravings urge urges antojo antojos ansias ganas impulso
cope coping skill skills tool tools technique techniques strategy strategies habilidad
+ habilidades herramienta herramientas tecnica tecnicas estrategia estrategias
drink drinking drank alcohol beber bebio tomar tomo bebida
use used using consume consumed consumption consumo consumir consumio uso
return relapse relapsed slip lapse recaida recayo regreso
anxious anxiety nervous worried worry ansiedad ansioso ansiosa nervioso nerviosa preocupado
+ preocupada
angry anger mad irritated frustrated frustration enojo enojado enojada ira molesto molesta
+ frustrado frustrada
sad sadness down tearful depressed triste tristeza lloro deprimido deprimida
ashamed shame guilt guilty vergüenza verguenza culpa culpable
tired exhausted fatigue cansado cansada cansancio agotado agotada
lonely alone loneliness solo sola soledad
stress stressed stressful pressure estres presion
calm calmed relaxed calma tranquilo tranquila
happy glad proud pleased feliz contento contenta orgulloso orgullosa
afraid scared fear fearful miedo temor asustado asustada
mother mom mum mama madre
father dad papa padre
brother hermano
sister hermana
son hijo
daughter hija
child children kid kids nino ninos nina ninas
wife husband spouse partner girlfriend boyfriend esposa esposo pareja novia novio
family relatives relative familia familiares pariente
friend friends buddy amigo amigos amiga
sponsor padrino madrina
job work workplace employment shift trabajo empleo turno
boss supervisor jefe jefa
money cash pay paycheck wages dinero sueldo pago
call called phone phoned telephone llamo llamar llamada telefono
walk walked walking caminar camino caminata
sleep slept sleeping dormir durmio sueno
doctor physician clinic medico clinica
medicine medication medications medicina medicamento medicamentos
court judge probation corte juez libertad
practice practiced rehearse rehearsed role-play practico practicar ensayo ensayar
breathe breathing breath respiracion respirar respiro
write wrote written journal diary escribio escribir diario
learn learned learnt aprendio aprender
try tried attempt attempted intento intentar probo
help helped assist assisted ayudo ayudar ayuda
avoid avoided evitar evito
argue argued argument quarrel fight conflict discusion pelea peleo conflicto
evening night tonight noche
morning manana
afternoon tarde
weekend weekends fin
before prior antes
after afterwards later despues luego
honest honestly open openly sincero sincera honesto honesta abierto abierta
quiet quietly silent withdrawn callado callada
late tardy tarde
leave left salio irse
ask asked requested request pidio pedir pregunto
decide decided chose choose decidio elegir eligio
remember remembered recalled recordo recordar
understand understood understanding insight entendio comprendio comprende
change changed changing cambio cambiar
important significant importante
difficult hard tough challenging dificil duro
strong strongly fuerte
small little slight poco pequeno pequena
many several numerous varios varias muchos muchas
begin began start started empezo comenzo inicio
finish finished complete completed ended termino completo
"""

_PRONOUNS = """
he she they him her them his hers their theirs himself herself themself themselves i me my we our
us client clients patient patients pt ct cl participant individual person consumer
el ella ellos ellas su sus suyo suya se le les lo cliente clientes paciente pacientes persona
participante usuario usuaria
"""
PRONOUNS = frozenset(_PRONOUNS.split())
# They hold a sentence together and say nothing by themselves.
_STOPS = """
a an the and or but so as at by for from in into of off on onto out over to up with within about
around than that this these those it its is was were be been being am are has have had having do
does did will would can could may might shall should not no nor if when while where who whom
which what how why there here then too very more most much just own such through under between
because against each every all both any some one another few again once only same
un una unos unas la los las de del al y e o u pero que en con por para sin sobre entre hasta desde
es era fue son ser esta estaba estuvo estar ha han haber habia hay muy mas menos no ni si como
cuando donde quien cual cuyo este esta esto estos estas ese esa eso aquel a ante bajo ya porque
todo toda todos todas cada otro otra mismo misma algo nada
"""
STOPS = frozenset(_STOPS.split())
_NUMBER_WORDS = """
two three four five six seven eight nine ten eleven twelve twenty thirty half first second third
twice dozen dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta medio media
primero primera segundo segunda tercero tercera
monday tuesday wednesday thursday friday saturday sunday yesterday tomorrow
lunes martes miercoles jueves viernes sabado domingo ayer
january february march april june july august september october november december
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
mon tue tues wed thu thur thurs fri sat sun
"""
NUMBER_WORDS = frozenset(_NUMBER_WORDS.split())
USUAL_WEIGHT, PARTICULAR_WEIGHT = 0.35, 1.0
NUMBER_WEIGHT, NAME_WEIGHT, PRONOUN_WEIGHT = 0.3, 0.3, 0.1
