# Notices, and how often they are mailed
notices = Notifications
notices-lead = Ce qui s’est passé et vous concerne, du plus récent au plus ancien.
notices-unread = { $count ->
    [one] { $n } notification non lue
   *[other] { $n } notifications non lues
}
notices-with-unread = { $count ->
    [one] Notifications ({ $n } non lue)
   *[other] Notifications ({ $n } non lues)
}
notices-none = Il n’y a encore rien ici.
notices-new = nouveau
notices-read-all = Tout marquer comme lu
notices-older = Notifications plus anciennes
notices-other = Il s’est passé quelque chose. Ouvrez pour en savoir plus.
notices-choose = Courriels que vous recevez
notices-choose-lead = Les notifications restent toujours sur vos pages. Choisissez à quelle fréquence elles vous parviennent aussi par courriel.
notices-always = Aussitôt : sans ces courriels, personne ne peut se connecter.
notice-topic-sign-in = Connexion
notice-topic-review = Textes en relecture
notice-topic-mandate = Votre rôle dans des organisations
notice-topic-freshness = Fiches dont vous avez la charge
notice-topic-translation = Traductions
notice-topic-objection = Objections
notice-topic-digest-of-new-records = Nouvelles fiches
frequency-at-once = Aussitôt
frequency-daily = Une fois par jour
frequency-weekly = Une fois par semaine
frequency-never = Jamais

# What happened
notice-new-records = Nouvelles fiches : { $n }
notice-organization-orphaned = { $organization } n’a plus de point focal : le compte du dernier a été effacé.
notice-organization-orphaned-subject = { $organization } n’a plus de point focal
