"""Other translations of the prompts than those in forms/, as other people would write them."""

SPANISH = """
ID ATOP:
Nº de alianza COW (si aplica):
Fecha(s) de la firma (pueden variar entre miembros en alianzas multilaterales):
Miembros de la alianza (usar códigos de país COW):
¿La alianza se firmó durante una guerra? De ser así, ¿cuál guerra y cuál(es) miembro(s) estaba(n) en guerra? (verificar datos COW)
Medios por los cuales se estableció la alianza (p.ej., tratado, acuerdo ejecutivo, notas diplomáticas, etc.): (Seleccione "tratado" solamente si el acuerdo requiere ratificación.)
¿El tratado fue público, público pero con artículos secretos, o secreto? En caso de artículos secretos, describa el contenido de los mismos.
¿Se mencionan en el tratado disposiciones para agregar nuevos miembros? (Sí, No) En caso afirmativo, describa estas disposiciones.
¿Se mencionan Estados específicos como posibles miembros futuros de la alianza? (Sí, No) En caso afirmativo, ¿cuáles?
¿Existen disposiciones específicas en el tratado respecto a la duración del mismo? (Sí, No) En caso afirmativo, describa.
¿Existen condiciones bajo las cuales los miembros puedan renunciar al tratado? En caso afirmativo, describa estas condiciones.
¿Existen disposiciones específicas en el tratado respecto a la renovación del tratado? (Sí, No) En caso afirmativo, describa estas disposiciones.
Cantidad de veces que la alianza fue renovada, fechas de renovación y medios por los cuales fue renovada (no incluir renovaciones automáticas):
Fecha(s) de terminación (pueden variar entre miembros en alianzas multilaterales) y fuente(s) de las fechas de terminación:
Describa qué ocasionó que la alianza terminara.
Tipo de alianza (pacto de defensa, pacto de neutralidad, pacto de no agresión, pacto de consulta, pacto ofensivo): (Liste todos los que apliquen a cualquier miembro de la alianza.)
Tipo de alianza según la codificación de COW (si aplica):
Describa las obligaciones de los aliados.
¿Alguna de las obligaciones es contingente a alguno de los siguientes: adversario específico, ubicación específica, conflicto en curso específico, número de adversarios, incumplimiento de una demanda específica, ataque, no provocación del enemigo, o acuerdo previo entre los socios? (Liste todos los que apliquen)
Describa la naturaleza de los límites a las obligaciones listadas en el #19.
¿Existen disposiciones adicionales para asistencia en caso de guerra? (por ejemplo, promesa de no participar en sanciones económicas contra el socio, promesa de no ayudar a enemigos internos o externos, etc.) (Sí, No) En caso afirmativo, describa.
¿Existen límites adicionales a las obligaciones de la alianza o condiciones bajo las cuales las obligaciones no apliquen que no fueron listadas en #19? (Sí, No) En caso afirmativo, describa.
¿Se menciona un objetivo/amenaza específica como objeto del tratado? (Sí, No) (Responder Sí a esta pregunta no significa necesariamente que las obligaciones estén limitadas a este adversario.) En caso afirmativo, liste la(s) nación(es) objetivo (usando códigos COW si es posible) y describa la naturaleza general de la referencia.
¿Las obligaciones del tratado son simétricas? (Es decir, ¿se comprometen todos los miembros a las mismas obligaciones?) (Sí, No) En caso negativo, describa.
¿El tratado prohíbe que los miembros resuelvan conflictos independientemente (prohibición de paz separada)? (Sí, No) En caso afirmativo, describa.
¿El tratado tiene disposiciones que requieren que las partes contratantes consulten antes de hacer compromisos con terceras partes? (Sí, No) En caso afirmativo, describa estas disposiciones.
¿El tratado especifica que las partes contratantes no deben formar parte de otras alianzas dirigidas contra la alianza en cuestión? (Sí, No) En caso afirmativo, describa.
Comentarios adicionales del codificador respecto a las obligaciones del tratado:
¿El tratado hace referencia al potencial de conflicto entre miembros de la alianza? (Sí, No) En caso afirmativo, describa.
¿El tratado discute la mediación/arbitraje u otros medios para resolver disputas entre los signatarios? (Sí, No) En caso afirmativo, describa.
¿El tratado requiere contacto oficial entre las fuerzas militares de los Estados participantes? (Sí, No) En caso afirmativo, describa. (Anote si el contacto oficial se requiere solo en caso de hostilidades o también en tiempos de paz.)
¿El tratado incluye disposiciones para ayuda militar? (por ejemplo, donaciones, préstamos, transferencia de tecnología, entrenamiento) (Sí, No) En caso afirmativo, describa estas disposiciones.
¿El tratado contempla un comando integrado de las fuerzas militares mientras la alianza esté en efecto (en paz y en guerra)? (Sí, No) En caso afirmativo, describa.
¿El tratado requiere la subordinación de las fuerzas de uno o más Estados miembros a otro en caso de hostilidades? (Sí, No) En caso afirmativo, describa.
¿El tratado establece organizaciones? (incluya disposiciones para reuniones regulares) (Sí, No) En caso afirmativo, describa.
¿El tratado contempla bases militares conjuntas, o que uno o más Estados sitúen tropas en el territorio de otros Estados? (Sí, No) En caso afirmativo, describa.
¿El tratado especifica niveles de contribución (fondos, tropas, etc.)? (Sí, No) En caso afirmativo, describa.
¿El tratado contiene disposiciones sobre aumento coordinado de armamento, reducción de armamento, prohibición de armas o reglas de guerra? (Sí, No) En caso afirmativo, describa dichas disposiciones.
¿El tratado permite o prohíbe explícitamente la adquisición de territorio que actualmente no posea ninguno de los aliados? (Sí, No) En caso afirmativo, describa la referencia.
¿El tratado incluye discusión sobre la división de ganancias de algún conflicto futuro? (Sí, No) En caso afirmativo, describa.
¿El tratado incluye discusión sobre desmovilización/retiro después del conflicto? (Sí, No) En caso afirmativo, describa.
¿Existen otras disposiciones en el tratado que describan los medios a través de los cuales los Estados coordinarán sus esfuerzos y políticas militares? (Sí, No) En caso afirmativo, describa.
Comentarios adicionales del codificador respecto a la institucionalización de la alianza:
¿El tratado declara que anula tratados existentes firmados por una o más de las partes contratantes? (Sí, No) En caso afirmativo, liste los tratados/acuerdos anulados y describa la referencia.
¿El tratado declara que modifica tratados existentes firmados por una o más de las partes contratantes? (Sí, No) En caso afirmativo, liste los tratados/acuerdos modificados y describa la referencia.
¿El tratado declara que incluye tratados existentes firmados por una o más de las partes contratantes? (Sí, No) En caso afirmativo, liste los tratados/acuerdos incluidos y describa la referencia.
¿El tratado hace referencias a organizaciones internacionales? (Sí, No) En caso afirmativo, liste la organización y describa la naturaleza de la referencia.
¿El tratado hace referencias a otras alianzas existentes? (Sí, No) En caso afirmativo, liste la alianza y describa la naturaleza de la referencia.
¿Hay acuerdos complementarios referidos en el tratado? (Sí, No) En caso afirmativo, describa los acuerdos.
¿El tratado incluye declaraciones respecto a cooperación no militar (por ejemplo, intercambio económico, cultural, científico)? (Sí, No) En caso afirmativo, describa.
¿El tratado resuelve otros conflictos entre las partes de la alianza? (Sí, No) En caso afirmativo, describa.
¿El tratado propone/impone la resolución de un conflicto que no involucre a las partes de la alianza? (Sí, No) En caso afirmativo, describa.
¿El tratado propone otros acuerdos entre las partes contratantes? (Sí, No) En caso afirmativo, describa.
¿El tratado menciona conflictos sin resolver entre las partes contratantes? (Sí, No) En caso afirmativo, describa.
¿El tratado incluye disposiciones para ayuda económica u otros incentivos (incluya concesiones comerciales, recuperación de posguerra, etc.)? (Sí, No) En caso afirmativo, describa estas disposiciones.
¿El tratado describe circunstancias bajo las cuales una parte puede intervenir en la política interna de otra parte o compromete específicamente a los Estados a la no intervención? (Sí, No) En caso afirmativo, describa.
Comentarios adicionales del codificador acerca de este tratado de alianza:
Fuente de la información de codificación (por ejemplo, tratado, tratado y fuentes secundarias, solo fuentes secundarias, etc.):
Citación del tratado:
Fecha de la última revisión de esta hoja:
Codificador:
""".strip().split("\n")

FRENCH = """
Numéro d'identification ATOP :
Numéro d'alliance COW (si applicable) :
Date(s) de la signature (peuvent varier selon les membres pour les alliances multilatérales) :
Membres de l'alliance (utilisez les codes pays COW) :
L'alliance a-t-elle été signée pendant une guerre ? Si oui, laquelle, et quels membres étaient en guerre ? (vérifiez les données COW)
Moyens par lesquels l'alliance fut établie (par exemple : traité, accord exécutif, notes diplomatiques, etc.) : (Choisissez « traité » uniquement si l'accord requiert une ratification.)
Le traité était-il public, public avec des articles secrets, ou secret ? Si articles secrets, décrivez leur contenu.
Existe-t-il dans le traité des dispositions pour l'ajout de membres supplémentaires ? (Oui, Non) Si oui, décrivez ces dispositions.
Des États spécifiques sont-ils mentionnés comme de possibles futurs membres de l'alliance ? (Oui, Non) Si oui, lesquels ?
Existe-t-il dans le traité des dispositions spécifiques concernant la durée du traité ? (Oui, Non) Si oui, décrivez.
Existe-t-il des conditions permettant aux membres de dénoncer le traité ? Si oui, décrivez ces conditions.
Existe-t-il dans le traité des dispositions spécifiques concernant le renouvellement du traité ? (Oui, Non) Si oui, décrivez ces dispositions.
Nombre de renouvellements de l'alliance, dates de renouvellement et moyens par lesquels l'alliance fut renouvelée (n'incluez pas les renouvellements automatiques) :
Date(s) de terminaison (peuvent varier selon les membres pour les alliances multilatérales) et source(s) pour ces dates :
Décrivez ce qui a causé la fin de l'alliance.
Type d'alliance (pacte de défense, pacte de neutralité, pacte de non-agression, pacte de consultation, pacte d'offensive) : (Listez tous ceux qui s'appliquent à un membre de l'alliance.)
Type d'alliance tel que codé dans les données COW (si applicable) :
Décrivez les obligations des partenaires de l'alliance.
Certaines des obligations sont-elles conditionnées par un des éléments suivants : adversaire spécifique, lieu spécifique, conflit en cours spécifique, nombre d'adversaires, non-respect d'une demande spécifique, attaque, non-provocation de l'ennemi, ou accord préalable entre les partenaires ? (Listez tout ce qui s'applique)
Décrivez la nature des limites aux obligations listées au #19.
Existe-t-il d'autres dispositions d'assistance en cas de guerre ? (par exemple, promesse de ne pas participer à des sanctions économiques contre le partenaire, etc.) (Oui, Non) Si oui, décrivez.
Existe-t-il d'autres limites aux obligations de l'alliance ou des conditions dans lesquelles les obligations du traité ne s'appliquent pas, non listées au #19 ? (Oui, Non) Si oui, décrivez.
Une cible ou menace spécifique est-elle mentionnée comme l'objet du traité ? (Oui, Non) (Répondre Oui à cette question ne veut pas dire que les obligations sont limitées à cet adversaire.) Si oui, listez les nations visées (avec les codes pays COW si possible) et décrivez la nature générale de la référence.
Les obligations du traité sont-elles symétriques ? (C'est-à-dire, tous les membres s'engagent-ils aux mêmes obligations ?) (Oui, Non) Si non, décrivez.
Le traité interdit-il aux membres de régler des conflits indépendamment (pas de paix séparée) ? (Oui, Non) Si oui, décrivez.
Le traité a-t-il des dispositions demandant que les parties contractantes se consultent avant de s'engager envers des tierces parties ? (Oui, Non) Si oui, décrivez ces dispositions.
Le traité spécifie-t-il que les parties contractantes ne doivent pas entrer dans une autre alliance dirigée contre l'alliance en question ? (Oui, Non) Si oui, décrivez.
Commentaires additionnels du codeur concernant les obligations du traité :
Le traité fait-il référence à un conflit potentiel entre membres de l'alliance ? (Oui, Non) Si oui, décrivez.
Le traité discute-t-il de médiation/arbitrage ou d'autres moyens de régler les disputes entre signataires ? (Oui, Non) Si oui, décrivez.
Le traité requiert-il un contact officiel entre les forces militaires des États participants ? (Oui, Non) Si oui, décrivez. (Notez si le contact officiel est requis seulement en cas d'hostilités ou aussi en temps de paix.)
Le traité inclut-il des dispositions d'aide militaire ? (par exemple, dons, prêts, transfert de technologie, entraînement) (Oui, Non) Si oui, décrivez ces dispositions.
Le traité prévoit-il un commandement intégré des forces militaires tant que l'alliance est en vigueur (en temps de paix et de guerre) ? (Oui, Non) Si oui, décrivez.
Le traité requiert-il la subordination des forces d'un ou plusieurs États membres à un autre en cas d'hostilités ? (Oui, Non) Si oui, décrivez.
Le traité établit-il des organisations ? (incluez les dispositions pour des réunions régulières) (Oui, Non) Si oui, décrivez.
Le traité prévoit-il des bases militaires conjointes, ou qu'un ou plusieurs États stationnent des troupes sur le territoire d'autres États ? (Oui, Non) Si oui, décrivez.
Le traité spécifie-t-il des niveaux de contribution (fonds, troupes, etc.) ? (Oui, Non) Si oui, décrivez.
Le traité contient-il des dispositions concernant une augmentation coordonnée des armements, une réduction des armements, une interdiction d'armes, ou les règles de guerre ? (Oui, Non) Si oui, décrivez ces dispositions.
Le traité permet-il ou interdit-il explicitement l'acquisition de territoires non détenus actuellement par l'un des alliés ? (Oui, Non) Si oui, décrivez la référence.
Le traité inclut-il une discussion sur la division des gains d'un futur conflit ? (Oui, Non) Si oui, décrivez.
Le traité inclut-il une discussion sur la démobilisation/le retrait à la suite d'un conflit ? (Oui, Non) Si oui, décrivez.
Existe-t-il d'autres dispositions du traité décrivant comment les États coordonneront leurs efforts et politiques militaires ? (Oui, Non) Si oui, décrivez.
Commentaires additionnels du codeur concernant l'institutionnalisation de l'alliance :
Le traité déclare-t-il qu'il annule des traités existants signés par une ou plusieurs parties contractantes ? (Oui, Non) Si oui, listez les traités/accords annulés et décrivez la référence.
Le traité déclare-t-il qu'il modifie des traités existants signés par une ou plusieurs parties contractantes ? (Oui, Non) Si oui, listez les traités/accords modifiés et décrivez la référence.
Le traité déclare-t-il qu'il inclut des traités existants signés par une ou plusieurs parties contractantes ? (Oui, Non) Si oui, listez les traités/accords inclus et décrivez la référence.
Le traité fait-il référence à des organisations internationales ? (Oui, Non) Si oui, listez l'organisation et décrivez la nature de la référence.
Le traité fait-il référence à d'autres alliances existantes ? (Oui, Non) Si oui, listez l'alliance et décrivez la nature de la référence.
Y a-t-il des accords complémentaires cités dans le traité ? (Oui, Non) Si oui, décrivez ces accords.
Le traité inclut-il des déclarations concernant la coopération non militaire (par exemple, échanges économiques, culturels, scientifiques) ? (Oui, Non) Si oui, décrivez.
Le traité résout-il d'autres conflits entre les parties de l'alliance ? (Oui, Non) Si oui, décrivez.
Le traité propose-t-il/impose-t-il le règlement d'un conflit n'impliquant pas les parties de l'alliance ? (Oui, Non) Si oui, décrivez.
Le traité propose-t-il d'autres accords parmi les parties contractantes ? (Oui, Non) Si oui, décrivez.
Le traité mentionne-t-il des conflits non résolus parmi les parties contractantes ? (Oui, Non) Si oui, décrivez.
Le traité inclut-il des dispositions d'aide économique ou autres incitations (y compris concessions commerciales, reconstruction d'après-guerre, etc.) ? (Oui, Non) Si oui, décrivez ces dispositions.
Le traité décrit-il des circonstances dans lesquelles une partie peut intervenir dans la politique interne d'une autre partie ou engage-t-il spécifiquement les États à la non-intervention ? (Oui, Non) Si oui, décrivez.
Commentaires additionnels du codeur sur ce traité d'alliance :
Source des informations de codage (par exemple, traité, traité et sources secondaires, sources secondaires uniquement, etc.) :
Citation du traité :
Date de la dernière révision de cette feuille de codage :
Codeur :
""".strip().split("\n")
