# A mesa de tradução
translate = Mesa de tradução
translate-lead = Diga na sua língua o que outros fizeram. O que escrever fica como rascunho até que outra pessoa o tenha lido.
translate-to = Para que língua?
translate-records = Fichas
translate-tab = { $what }: { $n }
translate-show-missing = Ainda por traduzir
translate-show-outdated = Desatualizadas
translate-show-waiting = À espera de uma segunda leitura
translate-nothing-missing = Nesta língua não falta nada que possa traduzir.
translate-nothing-outdated = Nenhuma tradução para esta língua está desatualizada.
translate-partial = Ainda não foram examinadas todas as fichas. Abra esta lista outra vez.
translate-missing =
    { $count ->
        [one] Falta { $n } de { $all } textos
       *[other] Faltam { $n } de { $all } textos
    }
translate-outdated =
    { $count ->
        [one] { $n } texto está desatualizado desde a versão { $revision }
       *[other] { $n } textos estão desatualizados, o primeiro desde a versão { $revision }
    }
translate-waiting-here =
    { $count ->
        [one] { $n } texto espera uma segunda leitura
       *[other] { $n } textos esperam uma segunda leitura
    }
translate-yours = O que começou
translate-begun = { $title }: continuar ({ $language })
translate-came-back = { $title }: voltou para você ({ $language })

# Uma ficha
translate-from-to = Original: { $from }. Tradução: { $to }.
translate-original = Original: { $language }
translate-translation = Tradução: { $language }
translate-is-original = Esta ficha foi escrita nesta língua. Escolha outra.
translate-state-missing = Ainda por traduzir
translate-state-draft = Rascunho
translate-state-reviewed = Traduzido
translate-state-outdated = Desatualizado desde a versão { $revision }
translate-changed = O que mudou no original desde a tradução
translate-published = O que a ficha diz agora
translate-own-draft = O seu rascunho de { $date }.
translate-own-waiting = Entregue em { $date }. Outra pessoa está a ler. Se o alterar, entregue-o de novo.
translate-own-returned = Devolvido em { $date }:
translate-other-waits = espera uma segunda leitura
translate-by-machine = Tradução automática
translate-by-machine-text = Reveja-a antes de a entregar.
translate-keep = Voltei a verificar: continua certa
translate-hand-over = Guardar e entregar
translate-hand-over-all = Guardar e entregar tudo
translate-saved = Está guardado e ainda não foi publicado.
translate-handed-over = Está entregue. Outra pessoa lê antes da publicação.
translate-conflict = Entretanto guardou outro texto noutra janela. Ambos estão abaixo. Se guardar agora, fica o que está no campo e o outro texto desaparece.
translate-elsewhere = O que guardou na outra janela
translate-suggest = Sugerir tradução automática
translate-suggest-all = Sugerir tradução automática do que ninguém começou
translate-suggest-text = Se carregar no botão, os originais são enviados a { $host } e voltam como rascunhos. Antes disso nada é enviado.
translate-suggested = Os rascunhos da máquina estão abaixo. Reveja-os antes de os entregar.
translate-machine-too-often = Consultou a máquina tantas vezes que temos de esperar. O seu próprio texto está guardado. Tente de novo dentro de uma hora.
translate-machine-too-long = Este texto é demasiado longo para a máquina. O seu próprio texto está guardado.
translate-machine-failed = A máquina não deu nenhuma resposta que sirva. O seu próprio texto está guardado.
translate-machine-nothing = Não há mais nada a pedir à máquina. O seu próprio texto está guardado.
translate-terms = Termos
translate-terms-text = Termos da tabela de conceitos que estão no original, e como se dizem na outra língua.
translate-no-terms = O original não tem nenhum termo da tabela de conceitos.

# Ler o que outros traduziram
translations-waiting = Traduções à espera de uma segunda leitura
translations-waiting-lead = Compare cada texto com o original. O que aprovar é publicado de imediato.
translations-waiting-nothing = Nenhuma tradução espera.
translations-all-languages = Todas as línguas
translations-own = Foi você que escreveu, por isso outra pessoa decide.
translations-moved = O original mudou desde que isto foi escrito:
translations-instead = O que muda na tradução publicada
translations-through = Aprovar
translations-back = Devolver
translations-reason = O que ainda não está certo? O autor vai ler.
translations-refused-stage = Alguém foi mais rápido, ou o autor retomou o texto para o alterar.
translations-refused-fit = A ficha mudou, e este texto já não cabe nela.
translations-done-through = A tradução está publicada.
translations-done-back = A tradução foi devolvida, e o autor sabe porquê.
duty-translations =
    { $count ->
        [one] { $n } tradução espera uma segunda leitura
       *[other] { $n } traduções esperam uma segunda leitura
    }
duty-translations-returned =
    { $count ->
        [one] { $n } das suas traduções foi devolvida
       *[other] { $n } das suas traduções foram devolvidas
    }
notice-translation-through = A sua tradução de “{ $field }” em “{ $title }” está publicada.
notice-translation-through-subject = A sua tradução está publicada: { $title }
notice-translation-returned = A sua tradução de “{ $field }” em “{ $title }” foi devolvida. O motivo: { $reason }
notice-translation-returned-subject = A sua tradução foi devolvida: { $title }

# Na página de uma ficha
help-translate = Ajudar a traduzir
fact-original = Língua original
record-title-shown-in = Título em { $language }.
record-outdated = O original mudou desde a versão { $revision }; esta tradução ainda não foi adaptada.
record-by-machine = Tradução automática; uma pessoa leu-a antes da publicação.
