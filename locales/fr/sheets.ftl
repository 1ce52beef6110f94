# Spreadsheets: to have and to bring
sheets = Feuilles de calcul
sheets-lead = Téléchargez des fiches, modifiez-les dans un tableur et rapportez le fichier. Vous voyez exactement ce qui changerait avant que rien n’arrive, et quelqu’un d’autre le lit avant la publication.
sheets-bring = Apporter une feuille de calcul
sheets-kind = Que contient-elle ?
sheets-kind-help = À préciser seulement si le fichier ne le dit pas : par son nom, par le nom de sa feuille ou dans la colonne kind.
sheets-kind-any = Ce que dit le fichier
sheets-file = Fichier
sheets-file-help = XLSX ou CSV, { $size } et { $rows } lignes au plus.
sheets-show = Montrer ce qui changerait
sheets-brought = Ce que vous avez apporté depuis hier
sheets-get = Obtenir une feuille de calcul
sheets-get-lead = Chaque champ a une colonne. La deuxième feuille d’un fichier XLSX dit comment remplir les cellules et quels codes elles acceptent ; un fichier CSV n’a que les colonnes. Chaque liste de fiches existe aussi en feuille de calcul, telle que vous l’avez filtrée.
sheets-caption = Fichiers de chaque type
sheets-template = Modèle vide
sheets-kept = Fiches dont vous avez la charge
sheets-as = En feuille de calcul ({ $format })
sheets-rules = Comment elle est lue
sheets-rule-slug = La colonne slug dit de quelle fiche parle une ligne. Une ligne avec un nom nouveau crée une fiche.
sheets-rule-empty = Une cellule vide vide son champ.
sheets-rule-absent = Une colonne absente du fichier laisse son champ tel quel. Les colonnes et les lignes dont vous n’avez pas besoin peuvent disparaître.
sheets-rule-languages = Un texte a une colonne par langue, comme title.en et title.pt. Vous pouvez en ajouter d’autres.
sheets-rule-review = Ce que vous remettez devient des brouillons en relecture. Un brouillon que vous avez déjà commencé est modifié, non doublé.

# What is wrong with a file
sheets-error-none = Choisissez un fichier qui n’est pas vide.
sheets-error-large = Le fichier dépasse { $most }. Envoyez-le en plusieurs parties.
sheets-error-broken = Le fichier n’est pas arrivé en entier. Envoyez-le de nouveau.
sheets-error-much = Ce fichier contient plus que ce qui est lu en une fois. Envoyez-le en plusieurs parties, sans les feuilles et les colonnes inutiles.
sheets-error-rows = Le fichier a plus de { $most } lignes. Envoyez-le en plusieurs parties.
sheets-error-nothing = Il n’y a aucune ligne sous les noms des colonnes.
sheets-error-old = C’est un classeur d’un format ancien (XLS), ou protégé par un mot de passe. Enregistrez-le en XLSX sans mot de passe.
sheets-error-no-sheet = Ce n’est pas une feuille de calcul : ni un classeur (XLSX), ni du texte en colonnes (CSV).
sheets-error-damaged = Ce classeur est endommagé. Ouvrez-le dans votre tableur, enregistrez-le de nouveau en XLSX et envoyez ce fichier.
sheets-error-columns = Aucune ligne ne porte les noms des colonnes. Prenez un modèle vide et copiez vos lignes sous ses noms ; l’un d’eux est slug.
sheets-error-twice = La colonne { $column } figure deux fois, et on ne sait pas laquelle compte. Supprimez l’une des deux.
sheets-error-kind = Le fichier ne dit pas ce que sont ses lignes. Choisissez-le, puis envoyez le fichier de nouveau.
sheets-error-cell = « { $column } » de la fiche { $slug } est trop long pour une cellule XLSX. Prenez plutôt CSV.
sheets-error-list = Il y a plus de { $most } fiches. Réduisez d’abord la liste avec les filtres.
sheets-note-encoding = Le texte n’est pas en UTF-8. Il a été lu comme Windows-1252 : vérifiez que toutes les lettres sont justes.
sheets-note-column = La colonne { $column } ({ $name }) n’est pas un champ de ce type de fiche. Elle a été laissée de côté ; cellules remplies : { $cells }.
sheets-note-sheet = La feuille { $sheet } n’a pas de noms de colonnes. Elle a été laissée de côté.

# What it would change
sheet-heading = Ce que cette feuille changerait
sheet-lead = Rien n’est encore fait. Choisissez les lignes à remettre.
sheet-made = { $count ->
    [one] { $n } brouillon est remis pour relecture. Il figure ci-dessous et parmi vos brouillons.
   *[other] { $n } brouillons sont remis pour relecture. Ils figurent ci-dessous et parmi vos brouillons.
}
sheet-count-new = { $count ->
    [one] { $n } nouvelle fiche
   *[other] { $n } nouvelles fiches
}
sheet-count-changed = { $count ->
    [one] { $n } modification de ce qui existe
   *[other] { $n } modifications de ce qui existe
}
sheet-count-unchanged = { $count ->
    [one] { $n } ligne qui ne change rien
   *[other] { $n } lignes qui ne changent rien
}
sheet-count-refused = { $count ->
    [one] { $n } ligne qui ne peut pas être prise
   *[other] { $n } lignes qui ne peuvent pas être prises
}
sheet-rows = Lignes à remettre
sheet-place = Ligne { $row }
sheet-place-in = Ligne { $row } de { $sheet }
sheet-row-new = Nouvelle fiche { $record }
sheet-row-changed = Modification de { $record }
sheet-row-draft = Modification de votre brouillon de { $record }
sheet-draft = Votre brouillon
sheet-changes = { $count ->
    [one] { $n } champ
   *[other] { $n } champs
}
sheet-hand-in = Remettre
sheet-hand-in-text = Chaque ligne choisie devient un brouillon en relecture. Il est publié quand quelqu’un qui ne l’a pas écrit l’a lu.
sheet-submit = Remettre les lignes choisies
sheet-none-chosen = Choisissez au moins une ligne.
sheet-too-many = { $number } lignes changeraient quelque chose. On peut en remettre { $most } au plus à la fois : envoyez le fichier en plusieurs parties.
sheet-again = Ce dont parlent certaines de ces lignes a changé depuis que vous avez regardé ; elles n’ont donc pas été remises. Elles sont signalées : voyez ce qu’elles changeraient à présent, et choisissez-les de nouveau.
sheet-again-row = Cela a changé depuis que vous avez regardé. Ci-dessous figure ce que la ligne changerait à présent.
sheet-stopped = Rien n’a été remis, à cause de la ligne signalée : { $reason }
sheet-nothing = Rien dans ce fichier ne changerait quoi que ce soit.
sheet-drafts = Déjà dans vos brouillons
sheet-drafts-lead = Ces brouillons disent ce que disent les lignes du fichier.
sheet-refused = Lignes qui ne peuvent pas être prises
sheet-refused-lead = Elles n’arrêtent pas les autres. Téléchargez-les, corrigez ce qu’indique la colonne reason et apportez ce fichier.
sheet-refused-file = { $kind } : les lignes refusées (CSV)
sheet-refused-row = Ligne
sheet-refused-column = Colonne
sheet-refused-value = Valeur
sheet-refused-problem = Ce qui ne va pas
sheet-refused-more = { $count ->
    [one] { $n } autre figure dans le fichier.
   *[other] { $n } autres figurent dans le fichier.
}
sheet-obstacle-withdrawn = Cette fiche a été retirée et ne peut pas être modifiée.
sheet-obstacle-taken = Quelqu’un d’autre écrit une nouvelle fiche sous ce nom. Choisissez-en un autre.
sheet-nothing-new = Ainsi, votre brouillon dirait la même chose que la fiche. Mettez-le de côté si vous ne voulez plus rien changer.
sheet-problem-code = Ce n’est pas un code de la liste. La feuille Codes du modèle les contient tous.
sheet-problem-slug = Écrivez de 1 à 120 lettres de a à z, chiffres et traits d’union simples entre eux, comme school-meals-2019.
sheet-problem-error = La cellule affiche une erreur. Écrivez sa valeur.
sheet-problem-formula = La cellule a une formule qui n’a jamais été calculée. Ouvrez le fichier dans votre tableur, enregistrez-le et envoyez ce fichier.
sheet-problem-merged = La cellule est fusionnée avec une autre. Séparez les cellules et écrivez la valeur dans chacune.
sheet-problem-ambiguous = En tant que nombres, 8.1 et 8.10 sont identiques. Donnez à la cellule le format texte et écrivez-la de nouveau.
sheet-problem-parts = Une ligne de cette cellule a plus de parties qu’il n’y en a. Une barre dans un texte s’écrit \|
sheet-problem-kind = La ligne se dit d’un autre type que la feuille.
notice-sheet-submitted = Des brouillons issus d’une feuille de calcul attendent une relecture. Ils sont au nombre de { $number }.
notice-sheet-submitted-subject = En attente de relecture, issus d’une feuille de calcul : { $number }

# Words of a template
sheet-legend-column = Colonne
sheet-legend-heading = Intitulé
sheet-legend-required = Obligatoire
sheet-legend-about = Ce que c’est
sheet-legend-how = Comment remplir les cellules
sheet-column-slug = Nom dans l’adresse
sheet-column-order = Ordre des langues
sheet-about-kind = Ce que sont les lignes de la feuille. Peut rester vide.
sheet-about-slug = Fin de l’adresse de la fiche : a à z, 0 à 9 et traits d’union. Elle dit de quelle fiche parle une ligne, et ne change jamais.
sheet-about-original = Langue dans laquelle la fiche a été écrite, si ce n’est pas l’anglais.
sheet-about-order = Langues de ce texte, l’original en premier ; vide si c’est l’ordre des colonnes.
sheet-how-text = Texte
sheet-how-text-in = Texte dans cette langue : { $language }
sheet-how-code = Un code
sheet-how-codes = Codes séparés par ;
sheet-how-list = Textes séparés par ; ou chacun sur sa ligne ; un point-virgule dans un texte s’écrit \;
sheet-how-count = Nombre entier
sheet-how-amount = Nombre sans séparateur de milliers, avec un point décimal
sheet-how-date = AAAA, AAAA-MM ou AAAA-MM-JJ
sheet-how-entries = Une entrée par ligne : { $parts } ; ce qui est entre parenthèses peut manquer ; une barre dans un texte s’écrit \|
sheet-how-order = Codes de langues séparés par ;
