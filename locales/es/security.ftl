# Signing in, beside the mailed link
sign-in-by-passkey = Con una llave de acceso
sign-in-passkey-text = Una llave de acceso se queda en su teléfono, su ordenador o una llave de seguridad, y se abre como el propio dispositivo. No hay nada que recordar, ni nada que una página falsa pueda sonsacarle.
sign-in-passkey-button = Iniciar sesión con una llave de acceso
sign-in-passkey-failed = La llave de acceso no ha iniciado su sesión. Vuelva a intentarlo o elija otra forma.
sign-in-by-openid = Con el sistema de autenticación de su organización
sign-in-openid-button = Iniciar sesión con { $provider }
sign-in-openid-down = { $provider } no responde
sign-in-openid-down-text = Vuelva a intentarlo más tarde o inicie sesión con un enlace enviado por correo electrónico.
sign-in-openid-failed = { $provider } no ha iniciado su sesión
sign-in-openid-failed-text = Se interrumpió, o la respuesta no corresponde a este intento. Vuelva a intentarlo o inicie sesión con un enlace enviado por correo electrónico.
sign-in-openid-unverified = Falta una dirección de correo confirmada
sign-in-openid-unverified-text = { $provider } no indica que su dirección de correo electrónico esté confirmada. Inicie sesión primero con un enlace enviado por correo electrónico; después podrá vincular { $provider } a su cuenta.
sign-in-openid-mailed-text = La dirección { $address } ya tiene una cuenta. Para asegurarnos de que es suya, le hemos enviado un enlace. Ábralo en este navegador en la próxima media hora: inicia su sesión y vincula { $provider } a la cuenta.
sign-in-openid-connects = Al mismo tiempo, { $provider } queda vinculado a su cuenta y desde entonces también servirá para iniciar sesión.
sign-in-by-password = Con contraseña y segundo factor
sign-in-password-open = Tengo una contraseña
sign-in-password = Su contraseña
sign-in-password-button = Continuar
sign-in-password-wrong = Con esta dirección y esta contraseña no se puede iniciar sesión. Vuelva a intentarlo o use un enlace enviado por correo electrónico.
sign-in-tries-too-often = Ha habido tantos intentos que tenemos que esperar. Vuelva a intentarlo dentro de un cuarto de hora o use un enlace enviado por correo electrónico.
sign-in-code = Segundo factor
sign-in-code-text = Escriba el código que su aplicación muestra ahora.
sign-in-code-label = Código de la aplicación
sign-in-code-wrong = Este código es incorrecto o ya se usó. Escriba el siguiente que muestre la aplicación.
sign-in-recovery = Si no puede usar la aplicación
sign-in-recovery-label = Uno de sus códigos de recuperación
sign-in-recovery-wrong = No es ninguno de sus códigos de recuperación, o ya se usó.
sign-in-step-over = Este paso ha terminado
sign-in-step-over-text = Ha pasado demasiado tiempo, o se empezó en otro navegador o ya se completó.
sign-in-from-beginning = Iniciar sesión desde el principio
mail-openid-subject = Vincular { $provider } a su cuenta en { $instance }
mail-openid-text = Alguien inició sesión con { $provider } con su dirección, que tiene una cuenta en { $instance }. Si ha sido usted, abra el enlace en el mismo navegador: inicia su sesión y vincula { $provider } a la cuenta. Funciona una sola vez, durante media hora.

# One's ways to sign in
security = Formas de iniciar sesión
security-lead = Un enlace enviado por correo electrónico siempre funciona. Aquí puede añadir formas más rápidas y volver a quitarlas.
security-again = Inició sesión hace un rato. Vuelva a iniciar sesión para añadir o quitar algo, de modo que nadie lo haga en un dispositivo que usted haya dejado.
security-again-button = Volver a iniciar sesión
security-done = Hecho. Le enviamos un aviso.
security-remove = Quitar
security-passkeys = Llaves de acceso
security-passkeys-none = No tiene ninguna llave de acceso.
security-passkeys-no-name = Aquí no se ofrecen llaves de acceso: necesitan un sitio cuya dirección sea un nombre, y esta es un número.
security-passkeys-not-secure = Aquí no se ofrecen llaves de acceso: necesitan un sitio cuya dirección empiece por https.
security-passkeys-full = Ya tiene el máximo de llaves de acceso. Quite una primero.
security-passkey-used = Añadida el { $added }, usada por última vez el { $used }
security-passkey-unused = Añadida el { $added }, todavía sin usar
security-passkey-name = Nombre de la llave de acceso
security-passkey-name-wrong = El nombre debe ocupar una sola línea de 1 a 60 caracteres.
security-passkey-rename = Cambiar el nombre
security-passkey-add = Añadir una llave de acceso
security-passkey-needs = Para añadir una llave de acceso se necesita un navegador reciente con JavaScript activado.
security-passkey-failed = No se ha añadido ninguna llave de acceso: se interrumpió, tardó demasiado o este dispositivo ya tiene una.
security-password = Contraseña y segundo factor
security-password-text = Una contraseña solo inicia su sesión junto con un código que muestra una aplicación de su teléfono.
security-password-no-address = Para esto su cuenta necesita una dirección de correo electrónico.
security-password-none = No tiene contraseña.
security-password-is = Tiene una contraseña.
security-password-new = Contraseña nueva
security-password-help = De 12 a 256 caracteres. Unas palabras que no tengan nada que ver entre sí son fáciles de recordar y difíciles de adivinar.
security-password-short = Esta contraseña es demasiado corta. Use 12 caracteres como mínimo.
security-password-long = Esta contraseña es demasiado larga. Use 256 caracteres como máximo.
security-password-common = Una contraseña así es la primera que otros prueban. Evite palabras comunes y series de signos.
security-password-yourself = Esta contraseña se parece demasiado a su nombre o a su dirección.
security-password-set = Poner la contraseña
security-password-change = Cambiar la contraseña
security-password-change-help = Se cerrará entonces la sesión en todos los demás dispositivos.
security-password-remove = Quitar la contraseña
security-app-none = No hay ninguna aplicación configurada: sin ella, una contraseña no inicia la sesión de nadie.
security-app-is = Hay una aplicación configurada.
security-app-add = Configurar una aplicación
security-app-replace = Configurar otra aplicación
security-app-remove = Quitar la aplicación
security-app-scan = Escanee la imagen con una aplicación que muestre códigos de un solo uso, o escriba en la aplicación la clave que figura debajo.
security-app-open = Abrir en una aplicación de este dispositivo
security-app-key = Clave para la aplicación
security-app-code = Código que la aplicación muestra ahora
security-app-confirm = Confirmar
security-app-wrong = Este código no coincide. Escriba el que la aplicación muestra ahora. Si ninguno coincide, ponga en hora su teléfono.
security-recovery = Códigos de recuperación
security-recovery-left =
    { $count ->
        [one] Le queda { $n } código de recuperación.
       *[other] Le quedan { $n } códigos de recuperación.
    }
security-recovery-new = Crear códigos de recuperación nuevos
security-recovery-once = Anote o imprima ahora estos códigos: no volverán a mostrarse. Los anteriores ya no funcionan.
security-recovery-text = Cada uno sustituye una vez a la aplicación si la ha perdido.
security-recovery-kept = Los he guardado
security-identities-none = No hay nada vinculado.
security-identity-add = Vincular { $provider }
security-identity-remove = Desvincular
security-identity-taken = { $provider } está vinculado a otra cuenta
security-identity-taken-text = Inicie sesión con { $provider } para entrar en esa cuenta, o desvincúlelo antes allí.
notice-security =
    { $what ->
        [passkey-added] Se ha añadido a su cuenta la llave de acceso «{ $name }». Si no ha sido usted, quítela y cierre todas las demás sesiones.
        [passkey-removed] Se ha quitado de su cuenta la llave de acceso «{ $name }». Si no ha sido usted, revise sus formas de iniciar sesión.
        [password-set] Se ha puesto una contraseña a su cuenta. Si no ha sido usted, quítela y cierre todas las demás sesiones.
        [password-changed] Se ha cambiado la contraseña de su cuenta y se han cerrado todas las demás sesiones. Si no ha sido usted, quítela.
        [password-removed] Se ha quitado la contraseña de su cuenta. Si no ha sido usted, revise sus formas de iniciar sesión.
        [app-added] Se ha configurado una aplicación de códigos para su cuenta. Si no ha sido usted, quítela y cierre todas las demás sesiones.
        [app-removed] Se han quitado de su cuenta la aplicación de códigos y los códigos de recuperación. Si no ha sido usted, revise sus formas de iniciar sesión.
        [codes-made] Se han creado códigos de recuperación nuevos para su cuenta. Si no ha sido usted, cree otros y cierre todas las demás sesiones.
        [code-used] Alguien ha iniciado sesión en su cuenta con un código de recuperación. Códigos que quedan: { $name }. Si no ha sido usted, cambie su contraseña y cierre todas las demás sesiones.
        [identity-added] Se ha vinculado { $name } a su cuenta. Si no ha sido usted, desvincúlelo y cierre todas las demás sesiones.
        [identity-removed] Se ha desvinculado { $name } de su cuenta. Si no ha sido usted, revise sus formas de iniciar sesión.
       *[other] Sus formas de iniciar sesión han cambiado. Si no ha sido usted, revíselas y cierre todas las demás sesiones.
    }
notice-security-subject = Sus formas de iniciar sesión han cambiado
