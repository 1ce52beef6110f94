# Who speaks for an organization, on its page
speakers = Quién habla en su nombre
speakers-since = desde el { $date }
speakers-unnamed = { $count ->
    [one] Un punto focal que no muestra su nombre, desde el { $date }
   *[other] { $n } puntos focales que no muestran su nombre, el primero desde el { $date }
}
speakers-nobody = Por ahora nadie habla en su nombre.
speakers-nobody-since = Nadie habla en su nombre desde el { $date }.
speakers-ask = Hablar en su nombre
speakers-all = Todos los que hablan en su nombre

# For those who answer for it
speakers-term = del { $since } al { $until }
speakers-end = Terminar el mandato
speakers-reason = ¿Por qué termina?
speakers-reason-help = Lo lee quien pierde el mandato.
speakers-ended = El mandato ha terminado.
notice-mandate-asked = Alguien pide hablar en nombre de { $organization }.
notice-mandate-asked-subject = Una solicitud para hablar en nombre de { $organization }
notice-mandate-ended = Otra persona ha puesto fin a su mandato para { $organization }. El motivo: { $reason }
notice-mandate-ended-subject = Su mandato para { $organization } ha terminado
