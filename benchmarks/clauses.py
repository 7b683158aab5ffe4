"""Sentences in the language of treaties and coders, all our own, for the sheets that the benchmarks make."""

OBLIGATIONS = {
    "defense": (
        "If one of the Parties is attacked, the other shall at once come to its aid.",
        "An armed attack on one Party is held to be an attack on all, and all shall resist it.",
        "The two Governments guarantee to each other their present territory, and shall defend it together.",
    ),
    "offense": (
        "They shall open the campaign together, and neither shall lay down its arms alone.",
        "As soon as the notice of the preceding article has been given, both Parties shall take the field.",
    ),
    "neutrality": (
        "Should one Party be drawn into a war that it did not cause, the other remains neutral.",
        "Each Party shall keep a benevolent neutrality, and do what it can to keep the war from spreading.",
    ),
    "nonaggression": (
        "They undertake to refrain from any act of force against each other, alone or with other Powers.",
        "Each Party shall respect the frontiers of the other, and shall not go to war with it.",
    ),
    "consultation": (
        "If the peace of either is threatened, the two Governments shall without delay exchange views.",
        "The Parties shall consult with one another on all questions that touch the interests of both.",
    ),
}

# What a treaty may say where the answer is Yes (or, for question 24, No). Behind it, or in its place where a
# question is not listed here, stand some of the general sentences.
DESCRIPTIONS = {
    8: "Any other State of the region may accede to this Treaty with the consent of all its members.",
    10: "The present Treaty shall remain in force for ten years from the exchange of the ratifications.",
    11: "Either Party may withdraw by a notice in writing, which takes effect one year after its receipt.",
    12: "If no notice is given six months before it expires, this Treaty is prolonged for a like term.",
    21: "Neither shall take part in any measure, of whatever kind, that is directed against the other.",
    22: "The case of a war that is already being fought in the colonies is excepted.",
    24: "The one shall furnish troops; the other is held only to pay a subsidy and to keep its ports open.",
    25: "They shall conclude neither peace nor truce but by common consent.",
    26: "Before it binds itself to a third Power in these matters, each shall hear the other.",
    27: "The Parties shall join no alliance or coalition that is directed against one of them.",
    29: "Should a difference arise between the allies, it shall not touch the force of this Treaty.",
    30: "Disputes on the reading of this Treaty shall be laid before an arbiter, whom both choose.",
    31: "The general staffs shall meet at least once in each year, in peace as well as in war.",
    32: "One Party shall supply the other with arms, and shall train the crews that are to serve them.",
    33: "From the first day of hostilities the forces of both shall stand under one commander.",
    34: "The auxiliary corps shall be under the orders of the general who commands the main army.",
    35: "A Council is set up, which meets every year, and also at the wish of any member.",
    36: "The garrison of the fortress shall be made up of the troops of both, in equal parts.",
    37: "Each shall hold ready 60,000 men, of whom 10,000 shall be cavalry, with their guns.",
    38: "Neither shall raise its fleet above the number that is fixed in the annex.",
    39: "The allies seek no new territory for themselves, and shall keep what they hold.",
    40: "What is taken from the enemy shall be divided in proportion to the forces in the field.",
    41: "All foreign troops shall leave the country within three months after the peace is made.",
    42: "Officers shall be sent to both headquarters, so that the plans may be drawn up together.",
    44: "The convention that was signed two years ago loses its force on the day of ratification.",
    45: "The third article of the former treaty is replaced by what is said here.",
    46: "All that was agreed before, and is not changed here, forms part of this Treaty.",
    49: "A protocol on the number of troops, signed on this day, is an integral part of the Treaty.",
    50: "The two Governments shall encourage trade and the exchange of scholars between their peoples.",
    51: "The line of the frontier, on which there were doubts, is now drawn as the map shows it.",
    53: "A treaty of commerce shall be negotiated within the year.",
    55: "A loan is granted to the ally for the repair of its railways, at four in the hundred.",
    56: "Neither Party shall meddle in the internal affairs of the other, in whatever form.",
}

GENERAL = (
    "The High Contracting Parties declare that they are of one mind in this matter.",
    "What is needed to carry this out shall be settled by the two Governments in a separate note.",
    "Nothing in this article touches the rights that either holds under earlier treaties.",
    "The Parties shall meet on the demand of any of them, and shall decide by common consent.",
    "This holds also for the dominions and the territories over which they exercise a mandate.",
    "They shall give each other notice in good time of whatever may bear upon it.",
    "A commission of officers and jurists, in which each has two seats, shall watch over it.",
    "The cost shall be borne in equal parts, unless it is agreed otherwise in the single case.",
    "It is understood that no secret clause is joined to this article, and none shall be.",
)

COMMENTS = (
    "The text that was used is a translation; the original could not be had.",
    "The published treaty and the draft differ in the order of their articles, and the former is coded.",
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
