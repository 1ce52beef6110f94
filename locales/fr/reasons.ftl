# Why something fits: a short label, then the reason.
reason-label-text-match = Même problème
reason-label-role = L’a fait
reason-label-facilitator-of-similar = A rapproché les parties
reason-label-same-theme = Même thème
reason-label-comparable-country = Comparable
reason-label-shared-language = Langue
reason-label-past-exchange = Partenaire connu
reason-label-same-constituency = Comme vous
reason-label-modality-fit = Forme
reason-label-evidence = Preuves
reason-label-asked-place = Lieu
reason-label-asked-near = À proximité
matching-reason-text-match =
    { $count ->
        [one] { $n } fiche traite de ce que vous demandez
       *[other] { $n } fiches traitent de ce que vous demandez
    }
matching-reason-text-match-record = Traite de ce que vous demandez
matching-reason-role-provider = A partagé son expérience dans ce type d’action
matching-reason-role-peer = A échangé son expérience d’égal à égal dans ce type d’action
matching-reason-facilitator-of-similar = A rapproché d’autres partenaires pour ce type d’action, ou l’a financé
matching-reason-same-theme = { $themes }
matching-reason-comparable-country = { $likenesses }
matching-reason-comparable-record = Pays de réalisation : { $country } ; { $likenesses }
matching-reason-shared-language = Langue parlée de part et d’autre : { $language }
matching-reason-past-exchange =
    { $count ->
        [one] A déjà partagé son expérience avec votre pays
       *[other] A déjà partagé son expérience avec votre pays { $n } fois
    }
matching-reason-same-constituency = Y partagent aussi leur expérience : { $constituency }
matching-reason-modality-fit = Correspond à la forme de coopération : { $modality }
matching-reason-evidence =
    { $count ->
        [one] Partage son expérience dans { $n } coopération recensée ; résultats documentés : { $with_results }
       *[other] Partage son expérience dans { $n } coopérations recensées ; résultats documentés : { $with_results }
    }
matching-reason-evidence-record = Les résultats sont documentés
matching-reason-asked-place = Se trouve là où vous le demandez
matching-reason-asked-near = Se trouve à proximité, comme vous le demandez
matching-likeness-subregion = même sous-région : { $region }
matching-likeness-region = même région : { $region }
matching-likeness-language = langue officielle commune : { $language }
matching-likeness-income = même groupe de revenu ({ $group })
matching-likeness-informality = l’emploi informel représente { $a } % et { $b } % de l’emploi
matching-likeness-structure = une structure de l’économie semblable
matching-likeness-fragile = deux États en situation de fragilité, aujourd’hui ou par le passé
matching-likeness-small-island = deux petits États insulaires en développement
matching-likeness-landlocked = deux pays en développement sans littoral
matching-likeness-least-developed = deux pays parmi les moins avancés
