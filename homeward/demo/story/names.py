"""Invented names: given names by sex at birth, family names, and words that place nobody.

Given names that are also common words are left out, so that a note can be checked for names.
"""

FEMALE = tuple(
    """
    Adaeze Aisling Alejandra Amaya Anneliese Aparna Araceli Astrid Beatriz Bernadette Blanca
    Brenda Camila Carmen Cassandra Celeste Chanel Chiara Corinne Dalia Danielle Deborah Denise
    Desiree Eleni Elspeth Emiko Esperanza Estelle Fatima Fiona Gabriela Genevieve Giselle Greta
    Guadalupe Halima Hanna Heather Imani Ingrid Irina Isadora Jacinta Janelle Jasmine Jocelyn
    Juliana Kalinda Katarina Keisha Kendra Kimberly Lakota Larissa Latoya Leilani Lourdes Lucinda
    Magda Mahalia Marisol Marlene Melinda Mireille Monique Nadia Natasha Nevaeh Noemi Odette Olena
    Paige Patrice Paulina Priya Rachelle Ramona Renata Rhiannon Rosalind Sabrina Samantha Shanice
    Shirin Sigrid Simone Solange Svetlana Tabitha Tamika Tatiana Thandiwe Ursula Valentina Vanessa
    Veronica Winona Xiomara Yasmin Yesenia Yvette Zainab Zelda
    """.split()  # noqa: SIM905 - a list of a hundred quoted names is hard to read
)

MALE = tuple(
    """
    Abdul Adrian Alvaro Amadou Andre Anselm Arturo Barnaby Bartek Benedict Bogdan Brendan Bruno
    Calvin Cedric Cesar Clement Cornell Damian Darnell Dashiell Demetrius Desmond Dimitri Dominic
    Duane Edgar Eduardo Efrain Elias Emeka Enrique Ephraim Ernesto Esteban Fabian Felipe Fernando
    Florian Garrett Gideon Gilbert Gregor Hakeem Hector Hernan Horace Hugo Ibrahim Ignacio Isaiah
    Ivan Jamal Javier Jerome Joaquin Jovan Julius Kareem Kelvin Kenji Kwame Lamar Lazaro Leandro
    Leonid Lorenzo Lucian Luther Malcolm Marcellus Mateo Mauricio Maxim Moses Muhammad Nathaniel
    Nikolai Octavio Olivier Orlando Osvaldo Percival Quentin Rafael Ramiro Rasheed Reginald
    Rodrigo Roland Rufus Salvador Santiago Sergei Silvio Stefan Tariq Terrence Thaddeus Tomasz
    Tyrone Ulises Vernon Vikram Wendell Xavier Yusuf Zachary
    """.split()  # noqa: SIM905 - a list of a hundred quoted names is hard to read
)

FAMILY = tuple(
    """
    Abbington Adeyemi Aguilera Akerman Albescu Almonte Anaya Appiah Arbuckle Arsenault Ashcombe
    Baptiste Barrientos Beaumont Belenko Bergstrom Bianchetti Bjornstad Blackhorse Boateng
    Bouchard Brannigan Brzezicki Calloway Camarillo Cardenal Castellan Cervantez Chaudhary
    Chavarria Chukwu Cleary Coleridge Corrigan Covarrubias Cruickshank Czerny Dabrowski Dalgaard
    Delafuente Delgadillo Desrosiers Dimitrov Dombrowski Donnelly Duquesne Echevarria Eisenhardt
    Ekwueme Espinal Etcheverry Faircloth Farrokhi Fenwick Figueredo Fitzhugh Fontenot Gallardo
    Garibay Georgiou Gilchrist Gonsalves Granados Guerrero Hackett Haldane Halvorsen Hargrove
    Hathaway Hendriks Hinojosa Holloway Huerta Iglesias Ingebrigt Iqbal Jankowski Jaramillo
    Jernigan Kaczmarek Kamara Kapahala Karlsson Kaufmann Kearney Kiplagat Kowalczyk Kristoff
    Lachance Landeros Larkspur Leclair Lightfoot Lindgren Lozano Lundqvist Macalister Madrigal
    Makhlouf Maldonado Manygoats Marchetti Mbeki Mcallister Mendenhall Merriweather Mihailov
    Montoya Moreau Mwangi Nakagawa Narvaez Nguyen Nordstrom Obando Okafor Olanrewaju Ormsby
    Ostrowski Oyelaran Pacheco Palmquist Papadakis Paredes Pendergast Petrosyan Pham Pickering
    Popescu Quarles Quezada Quiroz Radcliffe Ramachandran Redfeather Renteria Rocheleau Rosenbaum
    Rutledge Sandoval Santangelo Schaeffer Sepulveda Shadid Siddiqui Sikorski Silversmith
    Skarsgard Solorzano Standingbear Stavros Sundaram Szymanski Takahashi Talamantes Tavernier
    Thibodeaux Thorvald Tillery Toussaint Tsosie Underhill Valdivia Vandermeer Vasquez Villanueva
    Vogel Wadsworth Wainwright Whitlock Wojcik Xiong Yamamoto Yazzie Yoder Zamora Zelaya Zimmerman
    """.split()  # noqa: SIM905 - a list of a hundred quoted names is hard to read
)
