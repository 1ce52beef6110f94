# Signing in, beside the mailed link
sign-in-by-passkey = Par une clé d’accès
sign-in-passkey-text = Une clé d’accès reste sur votre téléphone, votre ordinateur ou une clé de sécurité, et s’ouvre comme l’appareil lui-même. Il n’y a rien à retenir, et rien qu’une fausse page puisse vous soutirer.
sign-in-passkey-button = Se connecter avec une clé d’accès
sign-in-passkey-failed = La clé d’accès n’a pas permis de vous connecter. Réessayez, ou choisissez un autre moyen.
sign-in-by-openid = Par le système d’authentification de votre organisation
sign-in-openid-button = Se connecter avec { $provider }
sign-in-openid-down = { $provider } ne répond pas
sign-in-openid-down-text = Réessayez plus tard, ou connectez-vous par un lien envoyé par courriel.
sign-in-openid-failed = { $provider } ne vous a pas connecté
sign-in-openid-failed-text = L’opération a été interrompue, ou la réponse ne correspond pas à cette tentative. Réessayez, ou connectez-vous par un lien envoyé par courriel.
sign-in-openid-unverified = Il manque une adresse électronique confirmée
sign-in-openid-unverified-text = { $provider } n’indique pas que votre adresse électronique est confirmée. Connectez-vous d’abord par un lien envoyé par courriel ; vous pourrez ensuite associer { $provider } à votre compte.
sign-in-openid-mailed-text = L’adresse { $address } a déjà un compte. Pour nous assurer qu’il est bien le vôtre, nous y avons envoyé un lien. Ouvrez-le dans ce navigateur dans la demi-heure : il vous connecte et associe { $provider } au compte.
sign-in-openid-connects = En même temps, { $provider } est associé à votre compte et permettra désormais aussi de vous connecter.
sign-in-by-password = Par mot de passe et second facteur
sign-in-password-open = J’ai défini un mot de passe
sign-in-password = Votre mot de passe
sign-in-password-button = Continuer
sign-in-password-wrong = Cette adresse et ce mot de passe ne permettent à personne de se connecter. Réessayez, ou connectez-vous par un lien envoyé par courriel.
sign-in-tries-too-often = Il y a eu tant de tentatives que nous devons attendre. Réessayez dans un quart d’heure, ou connectez-vous par un lien envoyé par courriel.
sign-in-code = Second facteur
sign-in-code-text = Saisissez le code que votre application affiche en ce moment.
sign-in-code-label = Code de l’application
sign-in-code-wrong = Ce code est faux ou a déjà été utilisé. Saisissez le prochain code que l’application affiche.
sign-in-recovery = Si vous ne pouvez pas utiliser l’application
sign-in-recovery-label = L’un de vos codes de secours
sign-in-recovery-wrong = Ce n’est pas l’un de vos codes de secours, ou il a déjà été utilisé.
sign-in-step-over = Cette étape est terminée
sign-in-step-over-text = Trop de temps s’est écoulé, ou elle a été commencée dans un autre navigateur ou déjà achevée.
sign-in-from-beginning = Se connecter depuis le début
mail-openid-subject = Associer { $provider } à votre compte sur { $instance }
mail-openid-text = Quelqu’un s’est connecté avec { $provider } sous votre adresse, qui a un compte sur { $instance }. Si c’était vous, ouvrez le lien dans le même navigateur : il vous connecte et associe { $provider } au compte. Il ne fonctionne qu’une fois, pendant une demi-heure.

# One's ways to sign in
security = Moyens de connexion
security-lead = Un lien envoyé par courriel fonctionne toujours. Ici, vous ajoutez des moyens plus rapides et vous les supprimez.
security-again = Votre connexion date d’un certain temps. Reconnectez-vous pour ajouter ou supprimer quelque chose, afin que personne ne le fasse sur un appareil que vous avez quitté.
security-again-button = Se reconnecter
security-done = C’est fait. Un avis vous est envoyé.
security-remove = Supprimer
security-passkeys = Clés d’accès
security-passkeys-none = Vous n’avez aucune clé d’accès.
security-passkeys-no-name = Les clés d’accès ne sont pas proposées ici : il leur faut un site dont l’adresse est un nom, et celle-ci est un numéro.
security-passkeys-not-secure = Les clés d’accès ne sont pas proposées ici : il leur faut un site dont l’adresse commence par https.
security-passkeys-full = Vous avez déjà le nombre maximal de clés d’accès. Supprimez-en une d’abord.
security-passkey-used = Ajoutée le { $added }, utilisée pour la dernière fois le { $used }
security-passkey-unused = Ajoutée le { $added }, pas encore utilisée
security-passkey-name = Nom de la clé d’accès
security-passkey-name-wrong = Le nom doit tenir sur une seule ligne de 1 à 60 caractères.
security-passkey-rename = Renommer
security-passkey-add = Ajouter une clé d’accès
security-passkey-needs = Pour ajouter une clé d’accès, il faut un navigateur récent où JavaScript est activé.
security-passkey-failed = Aucune clé d’accès n’a été ajoutée : l’opération a été interrompue, a pris trop de temps, ou cet appareil en a déjà une.
security-password = Mot de passe et second facteur
security-password-text = Un mot de passe ne vous connecte qu’avec un code affiché par une application de votre téléphone.
security-password-no-address = Pour cela, votre compte doit avoir une adresse électronique.
security-password-none = Vous n’avez pas de mot de passe.
security-password-is = Vous avez un mot de passe.
security-password-new = Nouveau mot de passe
security-password-help = De 12 à 256 caractères. Quelques mots sans rapport entre eux sont faciles à retenir et difficiles à deviner.
security-password-short = Ce mot de passe est trop court. Utilisez au moins 12 caractères.
security-password-long = Ce mot de passe est trop long. Utilisez au plus 256 caractères.
security-password-common = D’autres essaient d’abord un tel mot de passe. Évitez les mots courants et les suites de signes.
security-password-yourself = Ce mot de passe est trop proche de votre nom ou de votre adresse.
security-password-set = Définir le mot de passe
security-password-change = Changer le mot de passe
security-password-change-help = Vous serez alors déconnecté de tous les autres appareils.
security-password-remove = Supprimer le mot de passe
security-app-none = Aucune application n’est configurée : sans elle, un mot de passe ne connecte personne.
security-app-is = Une application est configurée.
security-app-add = Configurer une application
security-app-replace = Configurer une autre application
security-app-remove = Supprimer l’application
security-app-scan = Scannez l’image avec une application qui affiche des codes à usage unique, ou saisissez dans l’application la clé qui figure au-dessous.
security-app-open = Ouvrir dans une application de cet appareil
security-app-key = Clé pour l’application
security-app-code = Code que l’application affiche en ce moment
security-app-confirm = Confirmer
security-app-wrong = Ce code ne convient pas. Saisissez celui que l’application affiche en ce moment. Si aucun ne convient, réglez l’horloge de votre téléphone.
security-recovery = Codes de secours
security-recovery-left =
    { $count ->
        [one] Il vous reste { $n } code de secours.
       *[other] Il vous reste { $n } codes de secours.
    }
security-recovery-new = Créer de nouveaux codes de secours
security-recovery-once = Notez ou imprimez ces codes maintenant : ils ne seront plus affichés. Les précédents ne fonctionnent plus.
security-recovery-text = Chacun remplace une fois l’application si vous l’avez perdue.
security-recovery-kept = Je les ai conservés
security-identities-none = Rien n’est associé.
security-identity-add = Associer { $provider }
security-identity-remove = Dissocier
security-identity-taken = { $provider } est associé à un autre compte
security-identity-taken-text = Connectez-vous avec { $provider } pour accéder à ce compte, ou dissociez-le d’abord de celui-ci.
notice-security =
    { $what ->
        [passkey-added] La clé d’accès « { $name } » a été ajoutée à votre compte. Si ce n’était pas vous, supprimez-la et fermez toutes les autres sessions.
        [passkey-removed] La clé d’accès « { $name } » a été supprimée de votre compte. Si ce n’était pas vous, vérifiez vos moyens de connexion.
        [password-set] Un mot de passe a été défini pour votre compte. Si ce n’était pas vous, supprimez-le et fermez toutes les autres sessions.
        [password-changed] Le mot de passe de votre compte a été changé, et toutes les autres sessions ont été fermées. Si ce n’était pas vous, supprimez-le.
        [password-removed] Le mot de passe de votre compte a été supprimé. Si ce n’était pas vous, vérifiez vos moyens de connexion.
        [app-added] Une application de codes a été configurée pour votre compte. Si ce n’était pas vous, supprimez-la et fermez toutes les autres sessions.
        [app-removed] L’application de codes et les codes de secours ont été supprimés de votre compte. Si ce n’était pas vous, vérifiez vos moyens de connexion.
        [codes-made] De nouveaux codes de secours ont été créés pour votre compte. Si ce n’était pas vous, créez-en d’autres et fermez toutes les autres sessions.
        [code-used] Quelqu’un s’est connecté à votre compte avec un code de secours. Codes restants : { $name }. Si ce n’était pas vous, changez votre mot de passe et fermez toutes les autres sessions.
        [identity-added] { $name } a été associé à votre compte. Si ce n’était pas vous, dissociez-le et fermez toutes les autres sessions.
        [identity-removed] { $name } a été dissocié de votre compte. Si ce n’était pas vous, vérifiez vos moyens de connexion.
       *[other] Vos moyens de connexion ont changé. Si ce n’était pas vous, vérifiez-les et fermez toutes les autres sessions.
    }
notice-security-subject = Vos moyens de connexion ont changé
