# Signing in, beside the mailed link
sign-in-by-passkey = By a passkey
sign-in-passkey-text = A passkey stays on your phone, your computer or a security key, and opens as the device itself does. There is nothing to remember, and nothing that a false page could get out of you.
sign-in-passkey-button = Sign in with a passkey
sign-in-passkey-failed = The passkey has not signed you in. Try again, or choose another way.
sign-in-by-openid = Through your organization
sign-in-openid-button = Sign in with { $provider }
sign-in-openid-down = { $provider } cannot be reached
sign-in-openid-down-text = Try again later, or sign in by a link in a mail.
sign-in-openid-failed = { $provider } has not signed you in
sign-in-openid-failed-text = It was broken off, or the answer does not belong to this attempt. Try again, or sign in by a link in a mail.
sign-in-openid-unverified = A confirmed mail address is missing
sign-in-openid-unverified-text = { $provider } does not say that your mail address is confirmed. Sign in by a link in a mail first; then you can connect { $provider } with your account.
sign-in-openid-mailed-text = The address { $address } has an account already. To be sure that it is yours we have sent a link there. Open it in this browser within half an hour: it signs you in and connects { $provider } with the account.
sign-in-openid-connects = At the same time { $provider } is connected with your account, and from then on signs you in as well.
sign-in-by-password = By password and second factor
sign-in-password-open = I have set a password
sign-in-password = Your password
sign-in-password-button = Continue
sign-in-password-wrong = This address and this password sign nobody in. Try again, or sign in by a link in a mail.
sign-in-tries-too-often = There were so many attempts that we have to wait. Try again in a quarter of an hour, or sign in by a link in a mail.
sign-in-code = Second factor
sign-in-code-text = Type the code that your app shows now.
sign-in-code-label = Code of the app
sign-in-code-wrong = This code is wrong or was used already. Type the next one that the app shows.
sign-in-recovery = If you cannot use the app
sign-in-recovery-label = One of your recovery codes
sign-in-recovery-wrong = This is none of your recovery codes, or it was used already.
sign-in-step-over = This step is over
sign-in-step-over-text = Too much time has passed, or it was begun in another browser or finished already.
sign-in-from-beginning = Sign in from the beginning
mail-openid-subject = Connect { $provider } with your account on { $instance }
mail-openid-text = Somebody signed in with { $provider } whose address there is yours, and it has an account on { $instance }. If it was you, open the link in the same browser: it signs you in and connects { $provider } with the account. It works once, for half an hour.

# One's ways to sign in
security = Ways to sign in
security-lead = A link in a mail always works. Here you add quicker ways, and remove them again.
security-again = You signed in some time ago. Sign in again to add or remove something, so that nobody does it on a device that you have left.
security-again-button = Sign in again
security-done = It is done. A notice of it is on its way to you.
security-remove = Remove
security-passkeys = Passkeys
security-passkeys-none = You have no passkey.
security-passkeys-no-name = Passkeys are not offered here: they need a site whose address is a name, and this one is a number.
security-passkeys-not-secure = Passkeys are not offered here: they need a site whose address begins with https.
security-passkeys-full = You have as many passkeys as one can have. Remove one first.
security-passkey-used = Added on { $added }, last used on { $used }
security-passkey-unused = Added on { $added }, not used yet
security-passkey-name = Name of the passkey
security-passkey-name-wrong = A name has one line of 1 to 60 characters.
security-passkey-rename = Rename
security-passkey-add = Add a passkey
security-passkey-needs = To add a passkey you need a recent browser with JavaScript switched on.
security-passkey-failed = No passkey was added: it was broken off, took too long, or this device has one already.
security-password = Password and second factor
security-password-text = A password signs you in only together with a code that an app on your phone shows.
security-password-no-address = For this your account needs a mail address.
security-password-none = You have no password.
security-password-is = You have a password.
security-password-new = New password
security-password-help = 12 to 256 characters. Some words that have nothing to do with each other are easy to remember and hard to guess.
security-password-short = This password is too short. Use at least 12 characters.
security-password-long = This password is too long. Use at most 256 characters.
security-password-common = Others try such a password first. Avoid common words and rows of signs.
security-password-yourself = This password is too close to your name or address.
security-password-set = Set the password
security-password-change = Change the password
security-password-change-help = You are then signed out on all other devices.
security-password-remove = Remove the password
security-app-none = No app is set up: without it a password signs nobody in.
security-app-is = An app is set up.
security-app-add = Set up an app
security-app-replace = Set up another app
security-app-remove = Remove the app
security-app-scan = Scan the picture with an app that shows one-time codes, or type the key below it into the app.
security-app-open = Open in an app on this device
security-app-key = Key for the app
security-app-code = Code that the app shows now
security-app-confirm = Confirm
security-app-wrong = This code does not fit. Type the one that the app shows now. If none fits, set the clock of your phone.
security-recovery = Recovery codes
security-recovery-left =
    { $count ->
        [one] You have { $n } recovery code left.
       *[other] You have { $n } recovery codes left.
    }
security-recovery-new = Make new recovery codes
security-recovery-once = Write these codes down or print them now: they are not shown again. Earlier ones work no longer.
security-recovery-text = Each of them replaces the app once when you have lost it.
security-recovery-kept = I have kept them
security-identities-none = Nothing is connected.
security-identity-add = Connect { $provider }
security-identity-remove = Disconnect
security-identity-taken = { $provider } is connected with another account
security-identity-taken-text = Sign in with { $provider } to get to that account, or disconnect it there first.
notice-security =
    { $what ->
        [passkey-added] The passkey “{ $name }” was added to your account. If it was not you, remove it and end all other sessions.
        [passkey-removed] The passkey “{ $name }” was removed from your account. If it was not you, look at your ways to sign in.
        [password-set] A password was set for your account. If it was not you, remove it and end all other sessions.
        [password-changed] The password of your account was changed, and all other sessions were ended. If it was not you, remove it.
        [password-removed] The password of your account was removed. If it was not you, look at your ways to sign in.
        [app-added] An app for codes was set up for your account. If it was not you, remove it and end all other sessions.
        [app-removed] The app for codes and the recovery codes were removed from your account. If it was not you, look at your ways to sign in.
        [codes-made] New recovery codes were made for your account. If it was not you, make new ones and end all other sessions.
        [code-used] Somebody signed in to your account with a recovery code. Codes left: { $name }. If it was not you, change your password and end all other sessions.
        [identity-added] { $name } was connected with your account. If it was not you, disconnect it and end all other sessions.
        [identity-removed] { $name } was disconnected from your account. If it was not you, look at your ways to sign in.
       *[other] Your ways to sign in have changed. If it was not you, look at them and end all other sessions.
    }
notice-security-subject = Your ways to sign in have changed
