# Стол переводов
translate = Стол переводов
translate-lead = Расскажите на своем языке о том, что сделали другие. Написанное остается черновиком, пока его не прочтет другой человек.
translate-to = На какой язык?
translate-records = Записи
translate-tab = { $what }: { $n }
translate-show-missing = Еще не переведены
translate-show-outdated = Перевод устарел
translate-show-waiting = Ждут второго читателя
translate-nothing-missing = На этом языке есть все, что вы можете переводить.
translate-nothing-outdated = Устаревших переводов на этот язык нет.
translate-partial = Просмотрены еще не все записи. Откройте этот список еще раз.
translate-missing =
    { $count ->
        [one] Не хватает { $n } текста из { $all }
        [few] Не хватает { $n } текстов из { $all }
       *[other] Не хватает { $n } текстов из { $all }
    }
translate-outdated =
    { $count ->
        [one] { $n } текст устарел с версии { $revision }
        [few] { $n } текста устарели, первый — с версии { $revision }
       *[other] { $n } текстов устарели, первый — с версии { $revision }
    }
translate-waiting-here =
    { $count ->
        [one] { $n } текст ждет второго читателя
        [few] { $n } текста ждут второго читателя
       *[other] { $n } текстов ждут второго читателя
    }
translate-yours = Что вы начали
translate-begun = { $title }: продолжить ({ $language })
translate-came-back = { $title }: возвращено вам ({ $language })

# Одна запись
translate-from-to = Оригинал: { $from }. Перевод: { $to }.
translate-original = Оригинал: { $language }
translate-translation = Перевод: { $language }
translate-is-original = Эта запись написана на этом языке. Выберите другой.
translate-state-missing = Еще не переведено
translate-state-draft = Черновик
translate-state-reviewed = Переведено
translate-state-outdated = Перевод устарел с версии { $revision }
translate-changed = Что изменилось в оригинале после перевода
translate-published = Что говорит запись сейчас
translate-own-draft = Ваш черновик от { $date }.
translate-own-waiting = Передан { $date }. Его читает другой человек. Если вы его измените, передайте его снова.
translate-own-returned = Возвращен вам { $date }:
translate-other-waits = ждет второго читателя
translate-by-machine = Машинный перевод
translate-by-machine-text = Проверьте его, прежде чем передать.
translate-keep = Проверено заново: перевод по-прежнему верен
translate-hand-over = Сохранить и передать
translate-hand-over-all = Сохранить и передать все
translate-saved = Сохранено и еще не опубликовано.
translate-handed-over = Передано. До публикации это прочтет другой человек.
translate-conflict = Тем временем в другом окне вы сохранили другой текст. Ниже стоят оба. Если сохранить сейчас, останется то, что в поле, а другой текст исчезнет.
translate-elsewhere = Что вы сохранили в другом окне
translate-suggest = Предложить машинный перевод
translate-suggest-all = Предложить машинный перевод того, что никто не начал
translate-suggest-text = Если нажать кнопку, оригиналы будут отправлены на { $host } и вернутся черновиками. До этого ничего не отправляется.
translate-suggested = Черновики машины стоят ниже. Проверьте их, прежде чем передать.
translate-machine-too-often = Вы обращались к машине так часто, что нужно подождать. Ваш собственный текст сохранен. Повторите попытку через час.
translate-machine-too-long = Этот текст слишком длинный для машины. Ваш собственный текст сохранен.
translate-machine-failed = Машина не дала пригодного ответа. Ваш собственный текст сохранен.
translate-machine-nothing = Больше нечего просить у машины. Ваш собственный текст сохранен.
translate-terms = Термины
translate-terms-text = Термины таблицы понятий, которые есть в оригинале, и как они называются на другом языке.
translate-no-terms = В оригинале нет терминов таблицы понятий.

# Читать переводы других
translations-waiting = Переводы, которые ждут второго читателя
translations-waiting-lead = Сравните каждый текст с оригиналом. То, что вы одобрите, публикуется сразу.
translations-waiting-nothing = Переводов в ожидании нет.
translations-all-languages = Все языки
translations-own = Это написали вы, поэтому решает кто-то другой.
translations-moved = С тех пор как это написано, оригинал изменился:
translations-instead = Что меняется в опубликованном переводе
translations-through = Одобрить
translations-back = Вернуть
translations-reason = Что еще не так? Автор это прочитает.
translations-refused-stage = Кто-то был быстрее, или автор забрал текст, чтобы его изменить.
translations-refused-fit = Запись изменилась, и этот текст к ней больше не подходит.
translations-done-through = Перевод опубликован.
translations-done-back = Перевод возвращен, автору сообщена причина.
duty-translations =
    { $count ->
        [one] { $n } перевод ждет второго читателя
        [few] { $n } перевода ждут второго читателя
       *[other] { $n } переводов ждут второго читателя
    }
duty-translations-returned =
    { $count ->
        [one] Вам возвращен { $n } перевод
        [few] Вам возвращены { $n } перевода
       *[other] Вам возвращено { $n } переводов
    }
notice-translation-through = Ваш перевод поля «{ $field }» в записи «{ $title }» опубликован.
notice-translation-through-subject = Ваш перевод опубликован: { $title }
notice-translation-returned = Ваш перевод поля «{ $field }» в записи «{ $title }» возвращен. Причина: { $reason }
notice-translation-returned-subject = Ваш перевод возвращен: { $title }

# На странице записи
help-translate = Помочь с переводом
fact-original = Язык оригинала
record-title-shown-in = Язык названия: { $language }.
record-outdated = Оригинал изменился с версии { $revision }; этот перевод еще не исправлен.
record-by-machine = Машинный перевод; перед публикацией его прочитал человек.
