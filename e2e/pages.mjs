// What the tests visit, as data: the interface languages and the public pages.

// `question` and `words` are what a visitor would type in that language.
export const languages = [
  { code: 'en', dir: 'ltr', question: 'how to extend social protection to informal domestic workers', words: 'domestic workers' },
  { code: 'fr', dir: 'ltr', question: 'comment étendre la protection sociale aux travailleurs domestiques informels', words: 'travail domestique' },
  { code: 'es', dir: 'ltr', question: 'cómo extender la protección social a las trabajadoras domésticas informales', words: 'trabajo doméstico' },
  { code: 'pt', dir: 'ltr', question: 'como estender a proteção social aos trabalhadores domésticos informais', words: 'trabalho doméstico' },
  { code: 'ar', dir: 'rtl', question: 'كيف نوسع الحماية الاجتماعية لتشمل عمال المنازل غير النظاميين', words: 'الحماية الاجتماعية' },
  { code: 'zh', dir: 'ltr', question: '如何将社会保护扩大到非正规家政工人', words: '社会保护' },
  { code: 'ru', dir: 'ltr', question: 'как распространить социальную защиту на неформальных домашних работников', words: 'социальная защита' },
];

// Every public kind of page. Where a kind has many pages, those of the starter corpus that say most: they are the
// heaviest and the likeliest to break a layout. `{question}` and `{words}` are filled in from the language.
export const pages = [
  { name: 'home', path: '/' },
  { name: 'answers', path: '/answers?q={question}&country=MZ&constituency=government' },
  { name: 'search', path: '/search?q={words}' },
  { name: 'search that finds nothing', path: '/search?q=xqzjvwkh' },
  { name: 'practices', path: '/practices' },
  { name: 'initiatives', path: '/initiatives' },
  { name: 'library', path: '/library' },
  { name: 'academy', path: '/academy' },
  { name: 'events', path: '/events' },
  { name: 'organizations', path: '/organizations' },
  { name: 'groupings', path: '/groupings' },
  { name: 'practice', path: '/practices/ifds-regards-croises-dialogue-social-dakar-2017' },
  { name: 'initiative', path: '/initiatives/brasil-oit-eua-trabalho-infantil-palop' },
  { name: 'publication', path: '/library/isdb-reverse-linkage-development-ssc-2018' },
  { name: 'course', path: '/academy/itcilo-south-south-university-future-leaders-2024' },
  { name: 'event', path: '/events/algeria-ilo-south-south-programme-closing-2018' },
  { name: 'organization', path: '/organizations/ilo' },
  { name: 'grouping', path: '/groupings/brics' },
  { name: 'largest grouping', path: '/groupings/ilo-member-states' },
  { name: 'countries', path: '/countries' },
  { name: 'country', path: '/countries/MZ' },
  { name: 'country with most records', path: '/countries/BR' },
  { name: 'themes', path: '/themes' },
  { name: 'theme', path: '/themes/social-protection' },
  { name: 'sdg', path: '/sdgs/8' },
  { name: 'map', path: '/map' },
  { name: 'about', path: '/about' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'not found', path: '/practices/no-such-practice', status: 404 },
];

// The path of a page in a language, with the query encoded.
export function pathOf(page, language) {
  const filled = page.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(language[name]));
  return `/${language.code}${filled}`;
}

export const language = (code) => languages.find((language) => language.code === code);
