//! Words that say nothing about what is sought: articles, prepositions, question words.

use std::collections::HashSet;
use std::sync::LazyLock;

use ayni_domain::Locale;
use ayni_domain::fold::fold;

const WORDS: [&str; Locale::ALL.len()] = [
    "a an the of in on at for to from by with without and or not as is are was were be been being do does did have has had how what which who whom whose where when why \
     that this these those it its their there they them we our us i my you your he she his her can could should would may might will shall about into over under between among \
     within through during since until before after than then so such any some all each other others more most also only very much many if but up out off against \
     please find show me need want looking get",
    "le la les l un une des du de d au aux a à en dans par pour sur avec sans sous et ou où ne pas que qui quoi quel quelle quels quelles comment quand pourquoi dont ce cet cette \
     ces se s son sa ses leur leurs il elle ils elles on nous vous je tu notre nos votre vos mes mon ma est sont était être été avoir a ont ait entre vers chez depuis jusqu jusque \
     avant après plus moins très tout toute tous toutes aussi même si mais afin lors pendant ainsi comme y n qu c j cela ceci",
    "el la los las un una unos unas lo al del de en a por para con sin sobre bajo entre hacia desde hasta y e o u ni no que quien quienes cual cuales como cómo cuando donde dónde \
     cuyo cuya este esta estos estas ese esa esos esas se su sus le les nos nuestro nuestra nuestros mi mis es son fue ser estar está están ha han haber hay más menos muy \
     todo toda todos todas también si pero según durante ante contra tras qué",
    "o a os as um uma uns umas ao aos à às do da dos das de em no na nos nas num numa por pelo pela pelos pelas para pra com sem sobre sob entre até desde e ou nem não que quem \
     qual quais como quando onde cujo cuja este esta estes estas esse essa esses essas isso isto se seu sua seus suas lhe nosso nossa nossos meu minha é são foi ser estar está \
     estão há ter tem têm mais menos muito todo toda todos todas também mas segundo durante ante contra após",
    "في من إلى على عن مع بين أو و ثم لا ما ماذا كيف متى أين لماذا هل الذي التي الذين هذا هذه ذلك تلك هو هي هم نحن أن إن كان كانت يكون قد لم لن كل بعض غير بعد قبل عند حتى \
     لدى خلال ضد حول أي كما لكن إذا",
    "的 了 在 是 和 与 及 或 对 为 以 如何 怎样 怎么 什么 哪些 哪里 谁 何时 我们 他们 这 那 有 中 上 下 等 之 于 从 到 被 把 也 都 而 其 并",
    "в во на из с со у к ко о об от до по за под над при для без между через после перед и или а но не ни что кто как где когда почему какой какая какие который которая которые это \
     этот эта эти то тот та те его ее их он она они мы вы я наш ваш свой быть был была были есть же ли бы если чтобы также более менее очень все всех",
];

static STOPWORDS: LazyLock<[HashSet<String>; Locale::ALL.len()]> = LazyLock::new(|| WORDS.map(|words| words.split_whitespace().map(fold).collect()));

/// Whether a folded word says nothing in a language.
#[must_use]
pub fn is_stopword(locale: Locale, folded: &str) -> bool {
    STOPWORDS[locale.index()].contains(folded)
}

/// Whether a folded word says nothing in any of the seven languages.
#[must_use]
pub fn is_stopword_anywhere(folded: &str) -> bool {
    STOPWORDS.iter().any(|words| words.contains(folded))
}
