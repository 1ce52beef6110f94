# Why something fits: a short label, then the reason.
reason-label-text-match = Та же проблема
reason-label-role = Свой опыт
reason-label-facilitator-of-similar = Содействие
reason-label-same-theme = Та же тема
reason-label-comparable-country = Сходные условия
reason-label-shared-language = Язык
reason-label-past-exchange = Знакомый партнер
reason-label-same-constituency = Как и вы
reason-label-modality-fit = Форма
reason-label-evidence = Подтверждения
reason-label-asked-place = Место
reason-label-asked-near = Рядом
matching-reason-text-match =
    { $count ->
        [one] { $n } запись о том, что вы ищете
        [few] { $n } записи о том, что вы ищете
        [many] { $n } записей о том, что вы ищете
       *[other] { $n } записи о том, что вы ищете
    }
matching-reason-text-match-record = Здесь говорится о том, что вы ищете
matching-reason-role-provider = Уже есть опыт передачи своих знаний в такой работе
matching-reason-role-peer = Уже есть опыт равноправного обмена в такой работе
matching-reason-facilitator-of-similar = Помощь другим в налаживании такой работы или ее финансирование
matching-reason-same-theme = { $themes }
matching-reason-comparable-country = { $likenesses }
matching-reason-comparable-record = Страна: { $country } ({ $likenesses })
matching-reason-shared-language = Обе стороны говорят на одном языке: { $language }
matching-reason-past-exchange =
    { $count ->
        [1] Опыт уже передавался вашей стране
        [one] Опыт уже передавался вашей стране { $n } раз
        [few] Опыт уже передавался вашей стране { $n } раза
        [many] Опыт уже передавался вашей стране { $n } раз
       *[other] Опыт уже передавался вашей стране { $n } раза
    }
matching-reason-same-constituency = Опытом здесь делятся и участники вашей категории: { $constituency }
matching-reason-modality-fit = Подходящая форма сотрудничества: «{ $modality }»
matching-reason-evidence =
    { $count ->
        [one] Делится опытом в { $n } описанном случае сотрудничества; с документально подтвержденными результатами: { $with_results }
        [few] Делится опытом в { $n } описанных случаях сотрудничества; с документально подтвержденными результатами: { $with_results }
        [many] Делится опытом в { $n } описанных случаях сотрудничества; с документально подтвержденными результатами: { $with_results }
       *[other] Делится опытом в { $n } описанных случаях сотрудничества; с документально подтвержденными результатами: { $with_results }
    }
matching-reason-evidence-record = Результаты документально подтверждены
matching-reason-asked-place = Находится там, где вы ищете
matching-reason-asked-near = Находится рядом, как вы просили
matching-likeness-subregion = общий субрегион: { $region }
matching-likeness-region = общий регион: { $region }
matching-likeness-language = общий официальный язык: { $language }
matching-likeness-income = одна группа по уровню дохода: «{ $group }»
matching-likeness-informality = неформальная занятость составляет { $a } % и { $b } % общей занятости
matching-likeness-structure = сходная структура экономики
matching-likeness-fragile = обе страны относятся или относились к нестабильным государствам
matching-likeness-small-island = обе страны — малые островные развивающиеся государства
matching-likeness-landlocked = обе страны — развивающиеся, не имеющие выхода к морю
matching-likeness-least-developed = обе страны относятся к наименее развитым
