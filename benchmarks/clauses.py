"""Sentences in the language of treaties and coders, all our own, for the sheets that the benchmarks make."""

OBLIGATIONS = {
    "defense": (
        "If one of the High Contracting Parties is attacked, the other shall at once come to its aid with all the"
        " means at its disposal.",
        "An armed attack upon one Party shall be held to be an attack upon all of them, and each shall assist the"
        " Party so attacked by such action as it deems necessary, the use of armed force included.",
        "The two Governments guarantee to each other the whole of their present territory, and shall defend it"
        " with a force of not less than twenty thousand men.",
    ),
    "offense": (
        "The allied sovereigns shall open the campaign together in the spring, and neither shall lay down arms"
        " before the object of this convention has been reached.",
        "As soon as the notice that is provided for in the preceding article has been given, both Parties shall"
        " take the field.",
    ),
    "neutrality": (
        "Should one of the Parties, without having given cause, be drawn into a war, the other shall observe"
        " neutrality for as long as that war lasts.",
        "Each of the Parties shall keep a benevolent neutrality, and shall do what it can to keep the war from"
        " spreading.",
    ),
    "nonaggression": (
        "The Parties undertake to refrain from any act of force against each other, whether alone or together with"
        " other Powers.",
        "Each Contracting Party shall respect the frontiers of the other, and shall not resort to war against it"
        " for any reason.",
    ),
    "consultation": (
        "If the peace of either is threatened, the two Governments shall without delay exchange views on the"
        " measures to be taken.",
        "The Parties shall consult with one another on all questions that touch the interests of both.",
    ),
}

# What a treaty may say where the answer is Yes (or, for question 24, No). Questions that are not listed here are
# answered with one of the general sentences.
DESCRIPTIONS = {
    8: ("Any other State of the region may accede to this Treaty with the consent of all its members.",),
    10: (
        "The present treaty shall remain in force for ten years from the day on which the ratifications are"
        " exchanged.",
        "This Agreement is concluded without limit of time.",
        "It shall last for five years, and for five more if neither Party has given notice by the end of them.",
    ),
    11: ("Either Party may withdraw by a notice in writing, which takes effect one year after it was received.",),
    12: ("If no notice is given six months before it expires, this Treaty is prolonged for a like term.",),
    21: (
        "Neither shall take part in any measure, of whatever kind, that is directed against the other.",
        "Each shall allow the troops of the other to pass through its territory, and shall sell them provisions.",
    ),
    22: ("The case of a war that is already being fought in the colonies is excepted.",),
    24: (
        "The one shall furnish troops, but the other is held only to pay a subsidy and to keep its ports open.",
    ),
    25: ("They shall conclude neither peace nor truce but by common consent.",),
    26: ("Before it binds itself to a third Power in these matters, each shall hear the other.",),
    27: ("The Parties shall join no alliance or coalition that is directed against one of them.",),
    29: ("Should a difference arise between the allies themselves, it shall not touch the force of this Treaty.",),
    30: (
        "Disputes on the reading of this Treaty shall be laid before an arbiter, whom both Governments choose.",
    ),
    31: ("The general staffs shall meet at least once in each year, in peace as well as in war.",),
    32: ("One Party shall supply the other with arms, and shall train the crews that are to serve them.",),
    33: ("From the first day of hostilities the forces of both shall stand under one commander.",),
    34: ("The auxiliary corps shall be under the orders of the general who commands the main army.",),
    35: (
        "A Council is set up in which each member has one seat. It meets every year, and at the wish of any member.",
    ),
    36: ("The garrison of the fortress shall be made up of the troops of both, in equal parts.",),
    37: ("Each shall hold ready 60,000 men, of whom 10,000 shall be cavalry, with their guns.",),
    38: ("Neither shall raise its fleet above the number that is fixed in the annex.",),
    39: ("The allies seek no new territory for themselves, and shall keep what they hold.",),
    40: ("What is taken from the enemy shall be divided in proportion to the forces that each had in the field.",),
    41: ("All foreign troops shall leave the country within three months after the peace is made.",),
    42: ("Officers shall be sent to both headquarters, so that the plans may be drawn up together.",),
    44: ("The convention that was signed two years ago loses its force on the day of ratification.",),
    45: ("The third article of the former treaty is replaced by what is said here.",),
    46: ("All that was agreed before, and is not changed here, forms part of this Treaty.",),
    49: ("A protocol on the number of troops, signed on this day, is an integral part of the Treaty.",),
    50: (
        "The two Governments shall encourage trade between their peoples.",
        "There shall be an exchange of teachers and students, and scholars of each may use the archives of both.",
    ),
    51: ("The line of the frontier, on which there were doubts, is now drawn as the map shows it.",),
    53: ("A treaty of commerce shall be negotiated within the year.",),
    55: ("A loan is granted to the ally for the repair of its railways, at an interest of four in the hundred.",),
    56: ("Neither Party shall meddle in the internal affairs of the other, in whatever form.",),
}

GENERAL = (
    "The High Contracting Parties declare that they are of one mind in this matter.",
    "What is needed to carry this out shall be settled by the two Governments in a separate note.",
)

COMMENTS = (
    "The text that was used is a translation; the original could not be had.",
    "The published treaty and the draft differ in the order of the articles. The published one is coded.",
    "Secondary sources do not agree on whether the alliance was ever put into effect.",
)

CAUSES = (
    "The term of the treaty ran out, and it was not renewed.",
    "One of the members broke the treaty when it went to war against the other.",
    "It was replaced by a treaty with more members, which took over its obligations.",
)

LIMITS = (
    "The obligation holds only for an attack that the ally has not provoked, and only in Europe.",
    "Nothing is owed before a demand has been made in common and has been refused.",
)

ORGANIZATIONS = ("the League of Nations", "the United Nations", "the Organization of American States")
SOURCES = ("Treaty", "Treaty and secondary sources", "Secondary sources only")
END_SOURCES = ("Gibler 2009, 312", "United Nations Treaty Series, vol. 87", "the treaty itself, Article 9")
CODERS = ("Ada Field", "Jonas Berg", "Maria Lind", "Tom Okafor", "Wen Li", "Ruth Aster")
