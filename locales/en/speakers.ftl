# Who speaks for an organization, on its page
speakers = Who speaks for it
speakers-since = since { $date }
speakers-unnamed = { $count ->
    [one] A focal point who does not show their name, since { $date }
   *[other] { $n } focal points who do not show their names, the first since { $date }
}
speakers-nobody = Nobody speaks for it at present.
speakers-nobody-since = Nobody has spoken for it since { $date }.
speakers-ask = Speak for it
speakers-all = All who speak for it

# For those who answer for it
speakers-term = since { $since }, until { $until }
speakers-end = End the mandate
speakers-reason = Why does it end?
speakers-reason-help = Who loses the mandate reads it.
speakers-ended = The mandate has ended.
notice-mandate-asked = Somebody asks to speak for { $organization }.
notice-mandate-asked-subject = A request to speak for { $organization }
notice-mandate-ended = Your mandate for { $organization } was ended by somebody else. The reason: { $reason }
notice-mandate-ended-subject = Your mandate for { $organization } has ended
