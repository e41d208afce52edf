"""Words the identifying rule knows: common first names, and capital words that name nobody."""

# Names that are also everyday words (will, mark, may, hope, grace) are left to their capital
# letter inside a sentence; the common ones of the last decades in the United States stand here.
_NAMES = """
aaron abigail adam adrian alan albert alejandra alejandro alex alexander alexandra alice alicia
allison alyssa amanda amber amy ana andrea andrew angela angelica ann anna anthony antonio
arthur ashley austin barbara beatriz benjamin betty beverly bradley brandon brenda brian
brittany bruce bryan caleb camila carl carla carlos carmen carol caroline carolyn catherine
charles charlotte cheryl christian christina christine christopher claudia cody crystal cynthia
daniel daniela danielle david deborah debra denise dennis diana diane diego donald donna
dorothy douglas dylan edgar edward eduardo elena elizabeth emily emma enrique eric erica ethan
eugene evelyn fernando frances francisco frank gabriel gabriela gary george gerald gloria
gregory guadalupe hannah harold heather hector helen henry isabel isabella ivan jack jacob
jacqueline jaime james jamie janet janice jason javier jean jeffrey jennifer jeremy jerry
jesse jessica jesus joan joe joel john jonathan jordan jorge jose joseph joshua joyce juan
juana juanita judith judy julia julian julie julio justin karen katherine kathleen kathryn
kayla keith kelly kenneth kevin kim kimberly kyle larry laura lauren lawrence linda lisa
logan lori louis lucia luis luz madison manuel marcos margaret maria marie marilyn mario
martha martin mary mateo matthew megan melissa michael michelle miguel monica nancy natalie
nathan nicholas nicole noah oliver olivia oscar pablo pamela patricia patrick paul pedro peter
philip rachel rafael ralph ramon randy raul raymond rebecca ricardo richard robert roberto
rodrigo roger ronald rosa russell ruth ryan samantha samuel sandra santiago sara sarah scott
sean sergio sharon shirley sofia sophia stephanie stephen steven susan tamara tammy teresa
terry theresa thomas tiffany timothy tyler valentina vanessa veronica victor victoria vincent
virginia walter wayne wendy william yolanda zachary
"""

# Capital words that stand inside sentences and identify nobody.
_WORDS = """
i im ive ill id english spanish español inglés american mexican god thanksgiving christmas
easter ramadan monday tuesday wednesday thursday friday saturday sunday january february march
april may june july august september october november december medicaid medicare tricare chip
suboxone subutex sublocade vivitrol narcan naloxone methadone buprenorphine naltrexone antabuse
xanax valium klonopin ativan adderall percocet oxycontin vicodin fentanyl tylenol aa na smart
recovery dharma al-anon alateen nar-anon anonymous alcoholics narcotics refuge lifering women
sobriety iop php dui dwi dot eap hipaa fmla cps ged va veterans affairs united states america
texas u.s usa zoom uber lyft internet web netflix dios navidad pascua covid hiv ptsd adhd
"""

FIRST_NAMES = frozenset(_NAMES.split())
KNOWN_WORDS = frozenset(_WORDS.split())
