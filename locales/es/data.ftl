# What is kept, and taking it along
data = Mis datos
data-lead = Lo que se guarda sobre usted: léalo, lléveselo o bórrelo.
data-kept = Lo que se guarda sobre usted
data-kept-text = Su dirección de correo, el nombre en las direcciones, su idioma, lo que escribe sobre usted, sus funciones y mandatos, sus borradores, comentarios y traducciones, y el último día en que estuvo aquí. Lo que publicó permanece, firmado con un número que le representa; el registro de auditoría, que se guarda mientras exista este sitio, solo le conoce por ese número. De sus preguntas y de las páginas que lee no se guarda nada.
data-kept-time = Algunas cosas se guardan solo por un tiempo:
kept-session = Sus sesiones, después del último uso
kept-token = Los enlaces de un solo uso, una vez usados o vencidos
kept-attempt = Los contadores contra intentos repetidos
kept-sent-mail = Los correos, una vez enviados
kept-notice = Los avisos
kept-closed-mandate = Las solicitudes y los mandatos, una vez rechazados o terminados
kept-closed-adoption = Las solicitudes para hacerse cargo de una ficha, una vez decididas
kept-abandoned-draft = Los borradores, una vez abandonados o rechazados
kept-closed-report = Su dirección en el aviso de un problema, una vez cerrado
kept-sheet-upload = Una hoja de cálculo que trajo
kept-loose-file = Un archivo que ya no pertenece a nada
kept-unused-account = Una cuenta que nadie usa; 30 días antes le preguntamos
data-days = { $count ->
    [one] { $n } día
   *[other] { $n } días
}
data-take = Llevarse los datos
data-take-text = Un archivo ZIP: personal-data.json con todo lo que se guarda sobre usted, los archivos que añadió y una nota que los explica. No contiene nada de otras personas.
data-take-button = Descargar mis datos
data-often = Acaba de descargar sus datos varias veces. Inténtelo de nuevo dentro de una hora.
data-sign-in = Para esto inicie sesión una vez más: la última vez fue hace más de 15 minutos.
data-sign-in-button = Iniciar sesión de nuevo

# Erasing an account
data-erase = Borrar mi cuenta
data-erase-goes = Lo que desaparece
data-erase-goes-text = Su dirección de correo, su nombre, lo que escribió sobre usted, sus formas de iniciar sesión, los avisos y correos, las pruebas de sus mandatos y los borradores que escribió sin nadie más y que nadie publicó. Sus mandatos terminan y se cierran todas sus sesiones.
data-erase-stays = Lo que permanece
data-erase-stays-text = Lo publicado, porque otros confían en ello, y los comentarios y decisiones que forman parte de una revisión. En lugar de su nombre dice «un antiguo miembro».
data-erase-final = Surte efecto de inmediato. Nadie puede deshacerlo.
data-erase-handle = Para confirmar, escriba su nombre en las direcciones:
data-erase-wrong = Este no es su nombre en las direcciones.
data-erase-button = Borrar mi cuenta
data-erase-last = Nadie más administra este sitio. Dé primero esta función a otra persona.
data-erased = Su cuenta está borrada
data-erased-text = Sale un último correo a su dirección; después también se olvida la dirección. Con ella puede empezar de nuevo cuando quiera.
change-a-former-member = un antiguo miembro

# In the archive
data-readme = Sus datos de { $instance }, { $date }
data-readme-json = personal-data.json: todo lo que se guarda sobre usted, en formato JSON, que abre cualquier editor de texto. Los nombres de las partes están en inglés.
data-readme-files = files: los archivos que añadió, si los hay.
data-readme-secrets = Faltan contraseñas y llaves: se guardan de una forma que nadie puede leer.

# Last mails, and accounts that nobody uses
mail-erased-subject = Su cuenta en { $instance } está borrada
mail-erased-asked = Su cuenta en { $instance } se ha borrado, como pidió.
mail-erased-unused = Su cuenta en { $instance } se ha borrado: nadie la había usado en tres años y nadie quiso conservarla cuando preguntamos.
mail-erased-text = Lo publicado permanece, sin su nombre. Este es el último correo: su dirección se olvida en cuanto haya salido. Con ella puede empezar de nuevo cuando quiera.
mail-unused-subject = ¿Quiere conservar su cuenta en { $instance }?
mail-unused-text = Nadie ha usado su cuenta en { $instance } desde el { $since }. Después del { $until } se borrará. Un clic la conserva, sin iniciar sesión.
mail-unused-stays = Lo que publicó permanece en cualquier caso. Si ya no necesita la cuenta, no haga nada.
keep = ¿Conservar su cuenta?
keep-text = Pulse el botón y su cuenta permanece tres años más.
keep-button = Conservar mi cuenta
keep-done = Su cuenta permanece
keep-done-text = Gracias. Puede iniciar sesión cuando quiera.
keep-over = Este enlace ya no funciona
keep-over-text = Inicie sesión con su dirección de correo para ver su cuenta; si se borró, empieza de nuevo.

# A member's page
profile = Miembro
profile-see = Su página, tal como la encuentran los demás
profile-closed = Este miembro no muestra nada sobre sí.
profile-own = Esta es su propia página; los demás ven en ella lo que les ha abierto.
profile-about = Información
profile-affiliation = Trabaja en
profile-languages = Idiomas para escribirle
profile-written = Escribió
profile-reviewed = Aprobó
profile-translated = Tradujo
