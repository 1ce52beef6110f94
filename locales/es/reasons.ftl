# Why something fits: a short label, then the reason.
reason-label-text-match = Mismo problema
reason-label-role = Lo hizo
reason-label-facilitator-of-similar = Acercó a las partes
reason-label-same-theme = Mismo tema
reason-label-comparable-country = Comparable
reason-label-shared-language = Idioma
reason-label-past-exchange = Contraparte conocida
reason-label-same-constituency = Como usted
reason-label-modality-fit = Forma
reason-label-evidence = Evidencia
reason-label-asked-place = Lugar
reason-label-asked-near = Cercanía
matching-reason-text-match =
    { $count ->
        [one] { $n } ficha trata de lo que usted pregunta
       *[other] { $n } fichas tratan de lo que usted pregunta
    }
matching-reason-text-match-record = Trata de lo que usted pregunta
matching-reason-role-provider = Compartió su experiencia en este tipo de trabajo
matching-reason-role-peer = Intercambió su experiencia de igual a igual en este tipo de trabajo
matching-reason-facilitator-of-similar = Acercó a otros para este tipo de trabajo, o lo financió
matching-reason-same-theme = { $themes }
matching-reason-comparable-country = { $likenesses }
matching-reason-comparable-record = Se hizo en { $country }: { $likenesses }
matching-reason-shared-language = Idioma hablado en ambas partes: { $language }
matching-reason-past-exchange =
    { $count ->
        [one] Ya ha compartido su experiencia con el país que usted indica
       *[other] Ya ha compartido su experiencia con el país que usted indica { $n } veces
    }
matching-reason-same-constituency = También allí comparten su experiencia: { $constituency }
matching-reason-modality-fit = Corresponde a la forma de cooperación: { $modality }
matching-reason-evidence =
    { $count ->
        [one] Comparte su experiencia en { $n } cooperación registrada; resultados documentados: { $with_results }
       *[other] Comparte su experiencia en { $n } cooperaciones registradas; resultados documentados: { $with_results }
    }
matching-reason-evidence-record = Sus resultados están documentados
matching-reason-asked-place = Está en el lugar que usted indica
matching-reason-asked-near = Está cerca, como usted pide
matching-likeness-subregion = misma subregión: { $region }
matching-likeness-region = misma región: { $region }
matching-likeness-language = idioma oficial en común: { $language }
matching-likeness-income = mismo grupo de ingreso ({ $group })
matching-likeness-informality = el empleo informal representa el { $a } % y el { $b } % del empleo
matching-likeness-structure = una estructura de la economía similar
matching-likeness-fragile = ambos son o fueron Estados en situación de fragilidad
matching-likeness-small-island = ambos son pequeños Estados insulares en desarrollo
matching-likeness-landlocked = ambos son países en desarrollo sin litoral
matching-likeness-least-developed = ambos son países menos adelantados
