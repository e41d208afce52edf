"""Names as people use them: short forms, and words that are names as well.

Source: written for this program from common given names, English and Spanish.
"""

# Each line: names and short forms of one another, folded. A client called by one may be called by
# the others.
_SHORT_FORMS = """
robert rob bob bobby robbie roberto beto
william will bill billy willie guillermo memo
richard rick rich richie dick ricardo
james jim jimmy jamie jaime
john johnny jack juan juanito
joseph joe joey jose pepe
michael mike mikey mick miguel
charles charlie chuck carlos
thomas tom tommy tomas
christopher chris cristobal
daniel dan danny daniela dani
david dave davey davi
edward ed eddie ted eduardo lalo
anthony tony antonio tono
andrew andy drew andres
alexander alex alejandro alejandra sandy lex
benjamin ben benny benjamin benja
samuel sam sammy samantha
matthew matt mateo
nicholas nick nico nicolas
patrick pat patricia patty trish paty
steven stephen steve stevie esteban
timothy tim timmy
kenneth ken kenny
ronald ron ronnie
gregory greg gregorio goyo
raymond ray ramon raymundo
lawrence larry lorenzo
peter pete pedro
philip phil felipe pipe
frances francis frank frankie francisco paco pancho francisca
ignacio nacho
jesus chuy chucho
manuel manny manolo
rafael rafa
enrique quique kike henry hank
luis lucho louis lou
salvador chava
vicente vince vincent chente
fernando nando fer
gabriel gabe gabriela gaby gabi
devin dev devon
jordan jordy
elizabeth liz beth betty lizzie eliza lisa betsy isabel chabela isa
margaret maggie meg peg peggy marge rita margarita mago
katherine catherine kate katie kathy cathy kat catalina cata
jennifer jen jenny
jessica jess jessie
rebecca becky becca
susan sue susie susana
deborah deb debbie
barbara barb
victoria vicky tori
stephanie steph estefania
theresa teresa terry tere
dolores lola
guadalupe lupe lupita
maria mary mia mari
rosario charo
concepcion concha conchita
josefina josie pepa fina
mercedes meche
consuelo chelo
beatriz bea betty
carmen carmela menchu
cynthia cindy
pamela pam
angela angie angel
amanda mandy
abigail abby
natalie natalia nat
valerie valeria val
monica moni
bianca bia
nathaniel nathan nate
joshua josh
zachary zach
jonathan jon
walter walt
leonard leo lenny leonardo
theodore theo
oliver ollie
madison maddie
eleanor ellie nora nell leonor
"""

# Ordinary words, English and Spanish, that are somebody's name as well: they are asked about.
_WORDS = """
will grace hope mark faith joy rose may april june august bill rob art drew jack pat sky summer
dawn chance chase frank grant miles rich sue wade dean guy gene ray jean olive ivy ruby amber
page paige brook brooke autumn carol christian crystal daisy destiny eve ginger harmony hazel
heather holly honey iris jade jasmine jewel josh justice justin lance lane lee lily love marina
mercy merry mercedes misty nick noble norm olive opal patience pearl penny peg peace phoenix
piper prudence rain reed ricky river robin rusty sage sandy savannah serenity sterling star
story sunny tad ted terry trinity troy tucker victor violet virginia wren young king price long
short small green brown black white gray grey gold silver stone wood hill field lake banks
church house day knight bishop baker cook carpenter mason hunter fisher taylor turner walker
parker porter potter archer carter cooper miller shepherd sawyer singer ward park parks marsh
moon bell ball bush rice fields woods rivers burns case cash cross power law little best
bright wise sharp strong savage sweet swift self fox wolf bird swan finch lamb bear berry
cherry plum ash ford glass head hand foot love love moody read reader rhodes banner bond chambers
luz paz sol mar rosa cruz esperanza angel domingo leon victoria gloria blanca pilar alma
socorro remedios iris consuelo dolores soledad milagros rocio nieves flor flores azucena
margarita perla estrella aurora celeste clara linda bella salud amparo caridad fe modesto
feliz justo pacifico santos rey reyes iglesias campos rios ramos prado montes calle casas
rojas blanco moreno delgado bravo cordero toro lobo paloma
al sal dale ken don dot sol pam van bo kit tab tag rod art
"""
WORDS = frozenset(_WORDS.split())

# Parts of a name that name nobody by themselves.
_PARTICLES = """
de del la las los y e van von der den da das do dos di du le el al bin mc san st jr sr ii
iii
"""
PARTICLES = frozenset(_PARTICLES.split())

# Short forms every session note uses; somebody's initials only where the sentence says so.
_ABBREVIATIONS = """
AA NA CA GA MA DA IOP OP PHP MI CBT DBT REBT EMDR PTSD ADHD OCD GAD MDD BPD SUD AUD OUD MAT MOUD
UDS UA BAC ER ED ICU OBGYN PCP MD DO PA NP RN LPN LPC LCSW MSW CADC LADC PO DV DUI DWI DOC CPS
DCF DHS VA GED ID SSI SSD TV PC OK US USA AM PM IV PO PRN BP HR EKG HIV HCV HBV TB STI CPR NIH
TX DX RX HX SX PT CT OT ST BIRP DAP SOAP GIRP BAM PHQ CSSRS HALT SMART WRAP TIP ASAM EAP FMLA
HR IT AC OC SI HI AVH NSAID ACT CM BH MH SLE LOC RTC TC DOT TBI
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS.split())

_lines = [line.split() for line in _SHORT_FORMS.strip().splitlines()]
SHORT_FORMS: dict[str, frozenset[str]] = {}
for _line in _lines:
    for _name in _line:
        SHORT_FORMS[_name] = SHORT_FORMS.get(_name, frozenset()) | frozenset(_line)
