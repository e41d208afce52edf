"""What is written about one person, for that person to take along.

`whole` reads it once, in the person's own scope; `readable` puts it into words, `standard` into a
FHIR R4 (4.0.1) Bundle. `contents` names every record that is in it and every one that is not, with
the reason. Counseling notes lie under a key of their own and are asked for by themselves (45 CFR
164.524(a)(1)(i)). Drafts are nobody's record yet.
"""
