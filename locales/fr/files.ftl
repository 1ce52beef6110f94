# Files of drafts and records, and letters
draft-files-lead = Ce que l’on peut télécharger. Le type se reconnaît au contenu : { $types }, au plus { $size } par fichier et { $n } fichiers par brouillon.
draft-file-new = Ajouter un fichier ou un film
draft-file = Le fichier
draft-file-title = Ce que l’on voit, si le nom du fichier ne le dit pas
draft-file-language = Langue du fichier
draft-file-licence = Ce que l’on a le droit d’en faire
draft-file-licence-help = C’est à la personne ou à l’institution qui détient les droits de le dire. CC BY : utiliser librement en citant la source ; NC : sans but lucratif ; ND : sans modification ; SA : transmettre aux mêmes conditions ; IGO : la forme des organisations internationales.
draft-film = Ou l’adresse d’un film ou d’un enregistrement sur un autre site
draft-film-help = Il reste là-bas : on voit un lien avec le nom du site. L’adresse est conservée parmi les sources.
draft-file-add = Enregistrer et ajouter
draft-file-leave = Le garder
draft-file-added = Ajouté avec ce brouillon
draft-file-goes = Retiré à la publication du brouillon
licence-public-domain = Domaine public : libre pour tout usage
licence-all-rights-reserved = Tous droits réservés : lecture seulement
licence-unknown = Conditions inconnues : demandez avant de l’utiliser
file-pages =
    { $count ->
        [one] { $n } page
       *[other] { $n } pages
    }
file-checked = Vérifié le { $date }
file-damaged = Ce fichier est endommagé ou perdu. Il n’est plus proposé tant qu’il n’est pas réparé.
file-first-page = Première page de { $name }
file-film = Film sur { $site }, un autre site
file-recording = Enregistrement sur { $site }, un autre site
file-refused-size = Le fichier dépasse { $size }. Réduisez-le ou divisez-le. Tout ce que vous avez saisi est enregistré.
file-refused-form = Le formulaire contient trop de choses à la fois. Envoyez un fichier après l’autre. Ce que vous avez saisi avant est enregistré.
file-refused-transfer = Le fichier n’est pas arrivé en entier. Choisissez-le de nouveau. Ce que vous avez saisi avant est enregistré.
file-refused-empty = Le fichier est vide.
file-refused-type = Le contenu du fichier n’est d’aucun des types acceptés : { $types }.
file-refused-name = Le contenu du fichier est du { $type }, mais son nom dit autre chose. Si c’est bien cela, terminez le nom par { $ending }.
file-refused-broken = Le fichier ne peut pas être lu comme { $type } : il est endommagé ou protégé. Enregistrez-le de nouveau sans mot de passe.
file-refused-unpacks = Une fois décompressé, le fichier est bien plus grand que sa taille, ce qu’aucun document n’est.
file-refused-picture = L’image est endommagée ou dépasse { $pixels } pixels. Réduisez-la.
file-refused-today = Vous avez remis { $n } fichiers aujourd’hui. Continuez demain.
file-refused-many = Le brouillon a déjà { $n } fichiers. Retirez-en un d’abord.
file-refused-missing = Choisissez un fichier ou indiquez l’adresse d’un film.
file-refused-licence = Dites ce que l’on a le droit de faire du fichier, puis choisissez-le de nouveau.
file-refused-link = Ce n’est pas l’adresse d’un film ou d’un enregistrement connue ici. Les autres pages ont leur place parmi les sources.
mandates-letter = Une lettre qui l’atteste, si vous en avez une
mandates-letter-help = { $types }, au plus { $size }. Seules les personnes qui décident peuvent l’ouvrir. Elle est effacée un an après la fin du mandat ou le refus de la demande.
mandates-letter-open = Ouvrir la lettre ({ $size })
