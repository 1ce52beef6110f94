# Why something fits: a short label, then the reason.
reason-label-text-match = Same problem
reason-label-role = Did it
reason-label-facilitator-of-similar = Brought others together
reason-label-same-theme = Same theme
reason-label-comparable-country = Comparable
reason-label-shared-language = Language
reason-label-past-exchange = Known partner
reason-label-same-constituency = Like you
reason-label-modality-fit = Form
reason-label-evidence = Evidence
reason-label-asked-place = Place
reason-label-asked-near = Nearby
matching-reason-text-match =
    { $count ->
        [one] { $n } record speaks of what you ask for
       *[other] { $n } records speak of what you ask for
    }
matching-reason-text-match-record = It speaks of what you ask for
matching-reason-role-provider = It shared its experience in such work
matching-reason-role-peer = It exchanged its experience as an equal in such work
matching-reason-facilitator-of-similar = It brought others together for such work, or paid for it
matching-reason-same-theme = { $themes }
matching-reason-comparable-country = { $likenesses }
matching-reason-comparable-record = Done in { $country }: { $likenesses }
matching-reason-shared-language = { $language } is spoken on both sides
matching-reason-past-exchange =
    { $count ->
        [one] It has shared with your country before
       *[other] It has shared with your country { $n } times before
    }
matching-reason-same-constituency = { $constituency } share there too
matching-reason-modality-fit = It fits as { $modality } cooperation
matching-reason-evidence =
    { $count ->
        [one] It shares in { $n } recorded cooperation; documented results: { $with_results }
       *[other] It shares in { $n } recorded cooperations; documented results: { $with_results }
    }
matching-reason-evidence-record = Its results are documented
matching-reason-asked-place = It lies where you ask for
matching-reason-asked-near = It is nearby, as you ask for
matching-likeness-subregion = both in { $region }
matching-likeness-region = both in { $region }
matching-likeness-language = { $language } is an official language of both
matching-likeness-income = the same income group ({ $group })
matching-likeness-informality = informal work is { $a }% and { $b }% of employment
matching-likeness-structure = a similar structure of the economy
matching-likeness-fragile = both are or were states in fragility
matching-likeness-small-island = both are small island developing states
matching-likeness-landlocked = both are landlocked developing countries
matching-likeness-least-developed = both are least developed countries
