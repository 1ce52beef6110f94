# Speaking for an organization
mandates-own = Organisations au nom desquelles vous parlez
mandates-own-lead = C’est quelqu’un d’autre qui accepte : un point focal de l’organisation ou le secrétariat.
mandates-held = Vos mandats
mandates-none = Vous ne parlez encore au nom d’aucune organisation.
mandates-find = Demander à parler au nom d’une organisation
mandates-find-label = Nom de l’organisation
mandates-find-button = La trouver
mandates-found-none = Aucune organisation n’a été trouvée. Essayez son sigle, ou décrivez-la d’abord :
mandates-ask-for = Demander à parler en son nom
mandates-capacity = À quel titre voulez-vous parler en son nom ?
capacity-contributor = Contribution : écrire en son nom
capacity-focal-point = Point focal : tenir ses fiches à jour et décider qui d’autre parle en son nom
mandates-evidence = Comment peut-on voir que vous parlez en son nom ?
mandates-evidence-help = Votre fonction, une page qui vous nomme, quelqu’un qui peut le confirmer. Seules les personnes qui décident le lisent.
mandates-own-fits = Votre adresse électronique est de son domaine ; elles le voient aussi.
mandates-own-fits-not = Votre adresse électronique n’est pas de son domaine ; elles le voient aussi.
mandates-ask = Envoyer la demande
mandates-sent = Votre demande est envoyée. Vous recevrez un courriel lorsqu’une décision aura été prise.
mandates-twice = Vous avez déjà fait cette demande, ou vous avez déjà ce mandat.
mandates-choose = Choisissez à quel titre vous voulez parler en son nom.
mandate-requested = Demandé le { $date } ; personne n’a encore décidé
mandate-active = En vigueur jusqu’au { $date }
mandate-refused = Refusé le { $date }
mandate-lapsed = Expiré le { $date }
mandate-ended = Terminé le { $date }
mandate-end = Y renoncer
mandate-take-back = Retirer la demande

# Deciding
mandates = Demandes de parler au nom d’organisations
mandates-lead = La plus ancienne d’abord. Personne ne décide de sa propre demande.
mandates-nothing = Aucune demande ne vous attend.
mandates-asks = { $name } a fait la demande le { $date }
mandates-fits = Son adresse électronique est du domaine de l’organisation.
mandates-fits-not = Son adresse électronique n’est pas du domaine de l’organisation.
mandates-note = Un mot à cette personne ; un refus doit être motivé
mandates-accept = Accepter
mandates-refuse = Refuser
notice-mandate-accepted = Vous parlez désormais au nom de { $organization }, pour un an.
notice-mandate-accepted-subject = Vous parlez désormais au nom de { $organization }
notice-mandate-refused = Votre demande de parler au nom de { $organization } a été refusée. Motif : { $reason }
notice-mandate-refused-subject = Votre demande de parler au nom de { $organization }
duty-mandates = { $count ->
    [one] { $n } demande de parler au nom d’une organisation attend
   *[other] { $n } demandes de parler au nom d’organisations attendent
}

# People and their roles
people = Personnes et rôles
people-lead = Ce que vous confiez à chacun. Tout changement prend effet aussitôt.
people-roles = Rôles
people-own = C’est vous. Quelqu’un d’autre change vos rôles.
people-no-address = Aucune adresse électronique
people-more = Autres personnes
person-role-reviewer = Relecture
person-role-translator = Traduction
person-role-editor = Rédaction
person-role-administrator = Administration
