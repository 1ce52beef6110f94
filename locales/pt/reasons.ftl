# Why something fits: a short label, then the reason.
reason-label-text-match = Mesmo problema
reason-label-role = Já fez
reason-label-facilitator-of-similar = Aproximou as partes
reason-label-same-theme = Mesmo tema
reason-label-comparable-country = Comparável
reason-label-shared-language = Língua
reason-label-past-exchange = Parceiro conhecido
reason-label-same-constituency = O seu setor
reason-label-modality-fit = Forma
reason-label-evidence = Provas
reason-label-asked-place = Lugar
reason-label-asked-near = Próximo
matching-reason-text-match =
    { $count ->
        [one] { $n } ficha fala do que procura
       *[other] { $n } fichas falam do que procura
    }
matching-reason-text-match-record = Fala do que procura
matching-reason-role-provider = Partilhou a sua experiência em trabalho deste tipo
matching-reason-role-peer = Trocou experiências, de igual para igual, em trabalho deste tipo
matching-reason-facilitator-of-similar = Reuniu outros para trabalho deste tipo, ou financiou-o
matching-reason-same-theme = { $themes }
matching-reason-comparable-country = { $likenesses }
matching-reason-comparable-record = País: { $country } ({ $likenesses })
matching-reason-shared-language = Os dois lados falam { $language }
matching-reason-past-exchange =
    { $count ->
        [one] Já partilhou a sua experiência com o seu país
       *[other] Já partilhou a sua experiência com o seu país { $n } vezes
    }
matching-reason-same-constituency = Também partilha experiência: { $constituency }
matching-reason-modality-fit = Forma de cooperação adequada: { $modality }
matching-reason-evidence =
    { $count ->
        [one] Partilha a sua experiência em { $n } cooperação documentada em fichas; com resultados documentados: { $with_results }
       *[other] Partilha a sua experiência em { $n } cooperações documentadas em fichas; com resultados documentados: { $with_results }
    }
matching-reason-evidence-record = Tem resultados documentados
matching-reason-asked-place = Fica no lugar que indicou
matching-reason-asked-near = Fica perto, como pediu
matching-likeness-subregion = a mesma sub-região: { $region }
matching-likeness-region = a mesma região: { $region }
matching-likeness-language = língua oficial de ambos: { $language }
matching-likeness-income = o mesmo grupo de rendimento: “{ $group }”
matching-likeness-informality = o trabalho informal representa { $a }% e { $b }% do emprego
matching-likeness-structure = uma estrutura semelhante da economia
matching-likeness-fragile = ambos são ou foram Estados em situação de fragilidade
matching-likeness-small-island = ambos são pequenos Estados insulares em desenvolvimento
matching-likeness-landlocked = ambos são países em desenvolvimento sem litoral
matching-likeness-least-developed = ambos são países menos desenvolvidos
