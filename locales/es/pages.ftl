# Home
home-question = ¿Qué problema quiere resolver?
home-lead = Alguien en el Sur ya se ha enfrentado a su problema. Pregunte con sus propias palabras: Ayni le responde qué funcionó, quién lo hizo y dónde aprenderlo.
home-examples = Por ejemplo
home-example-1 = Niños y niñas que trabajan en los cultivos de algodón
home-example-2 = Trabajadoras del hogar sin seguridad social
home-example-3 = Faltan inspectores del trabajo
home-example-4 = Recicladores que quieren formar una cooperativa
home-lives-here = Lo que encontrará aquí
home-figures-open = Cada cifra abre las fichas que cuenta.
home-latest = Lo más reciente
ask-problem = Su problema, con sus propias palabras
ask-country = Su país (opcional)
ask-any-country = Cualquier país
ask-constituency = Usted representa a (opcional)
ask-anyone = Sin especificar
ask-button = Encontrar quién lo ha resuelto

# Answers
answers-title = Respuestas: { $question }
answers-asked = Su pregunta
answers-change = Cambiar la pregunta
answers-parts = La respuesta en tres partes
answers-from = País: { $country }
answers-read-as = Entendido como: { $concept }
answers-mended = «{ $typed }» leído como «{ $read }»
answers-worked = Qué funcionó
answers-worked-count =
    { $count ->
        [one] { $n } práctica
       *[other] { $n } prácticas
    }
answers-worked-lead = Prácticas documentadas que responden a la pregunta, con los motivos.
answers-who = Quién lo hizo
answers-who-count =
    { $count ->
        [one] { $n } par
       *[other] { $n } pares
    }
answers-who-lead = Países y organizaciones que lo han hecho, con las fichas que lo demuestran.
answers-learn = Dónde aprenderlo
answers-learn-count =
    { $count ->
        [one] { $n } curso, evento o publicación
       *[other] { $n } cursos, eventos y publicaciones
    }
answers-learn-lead = Cursos, eventos y publicaciones sobre la pregunta, empezando por los más útiles.
answers-none-practices = Todavía no hay ninguna práctica documentada que responda a esta pregunta. Pruebe con otras palabras u omita detalles.
answers-none-peers = Todavía no se conoce ningún país ni organización que lo haya hecho.
answers-none-learning = Todavía no hay ningún curso, evento o publicación que responda a esta pregunta.
answers-more-practices = Todas las prácticas sobre esta pregunta
answers-more-learning = Todas las publicaciones sobre esta pregunta
answers-how = Cómo se elaboró esta respuesta
answers-how-text = Las palabras de la pregunta se comparan con todas las fichas, en siete idiomas. Los pares son países y organizaciones que comparten su experiencia en las fichas encontradas; cuentan a su favor las condiciones comparables, un idioma en común y los resultados documentados. Todos los motivos se muestran y no hay nada oculto tras ellos.
answers-empty = Escriba en pocas palabras qué problema quiere resolver.

# Search
search-heading =
    { $count ->
        [one] { $n } ficha para «{ $question }»
       *[other] { $n } fichas para «{ $question }»
    }
search-all = Todas las fichas
search-understood = Entendido como: { $concepts }
search-mended = «{ $typed }» se leyó como «{ $read }».
search-ask-instead = ¿Es este un problema que quiere resolver?
search-ask-instead-link = Plantéelo como pregunta y vea qué funcionó, quién lo hizo y dónde aprenderlo.
search-nothing = No se encontró nada. Pruebe con menos palabras o con otras, o quite un filtro.
results = Resultados

# Lists
list-practices = Prácticas
list-practices-lead = Qué se hizo, qué resultó de ello y si puede replicarse en otro lugar: prácticas de cooperación Sur-Sur y triangular del mundo del trabajo.
list-initiatives = Iniciativas
list-initiatives-lead = Proyectos y acciones de cooperación: quién comparte, quién aprovecha, quién acerca a las partes.
list-publications = Biblioteca
list-publications-lead = Informes, guías, manuales y películas sobre la cooperación Sur-Sur y triangular en el mundo del trabajo.
list-courses = Academia
list-courses-lead = Cursos para aprender de la experiencia de los demás, entre pares.
list-events = Eventos
list-events-lead = Exposiciones, foros, seminarios, viajes de estudio y recorridos de aprendizaje.
list-organizations = Organizaciones
list-organizations-lead = Gobiernos, organizaciones de trabajadores y de empleadores, y quienes trabajan con ellos.
list-groupings = Agrupaciones
list-groupings-lead = Bloques y redes de países, con sus miembros y desde cuándo lo son.

# Countries, themes, goals
countries-title = Países
countries-lead = Qué comparte cada país, qué busca y con quién trabaja.
country-lead =
    { $count ->
        [one] { $n } ficha. Prácticas e iniciativas en las que comparte su experiencia: { $shares }; en las que aprovecha la de otros: { $seeks }.
       *[other] { $n } fichas. Prácticas e iniciativas en las que comparte su experiencia: { $shares }; en las que aprovecha la de otros: { $seeks }.
    }
country-figures = En cifras
country-shares = Qué comparte
country-shares-none = Todavía no se ha registrado ninguna práctica o iniciativa en la que este país comparta su experiencia.
country-looks-for = Qué busca
country-looks-for-from = Lo que aprovechó de otros muestra lo que buscaba.
country-looks-for-none = Todavía no se ha registrado ninguna práctica o iniciativa en la que este país aproveche la experiencia de otros.
country-all = Mostrar todo
country-with-whom = Con quién
country-map-alt = Mapa de la región, con el sur arriba, con los países con los que trabajó. La tabla siguiente los enumera.
country-partners-caption = Países que participan en prácticas e iniciativas con este país
country-groupings = Agrupaciones a lo largo del tiempo
country-groupings-none = No es miembro de ninguna agrupación registrada aquí.
country-groupings-alt = Barras que muestran desde cuándo pertenece el país a cada agrupación. La tabla siguiente contiene la misma información.
country-groupings-caption = Agrupaciones de este país; un extremo dentado significa que la fuente no indica la fecha
country-conditions = Condiciones
country-like = Países en condiciones comparables
country-like-lead = Comparación por región, ingreso, empleo informal, fragilidad, idiomas y estructura de la economía.
country-least-developed = País menos adelantado
country-landlocked = País en desarrollo sin litoral
country-small-island = Pequeño Estado insular en desarrollo
fact-income = Grupo de ingreso
fact-informality = Empleo informal
fact-informality-value = { $value } % del empleo
fact-structure = Estructura de la economía
fact-structure-value = Agricultura { $agriculture } %, industria { $industry } %, servicios { $services } % del PIB
fact-population = Población
fact-youth-unemployment = Desempleo juvenil
fact-youth-unemployment-value = { $value } % de la fuerza de trabajo de 15 a 24 años
fact-urban = Población urbana
fact-urban-value = { $value } % de la población
fact-languages = Idiomas oficiales
fact-fragile = Fragilidad
fact-fragile-value = Figura en la lista del Banco Mundial de situaciones frágiles y afectadas por conflictos
fact-source = Fuentes
fact-source-value = ILOSTAT (empleo informal), Banco Mundial (ingreso, fragilidad), CIA World Factbook (demás cifras); último año disponible
themes-title = Temas
themes-lead = Los temas de las fichas, con qué funcionó, quién lo hizo y dónde aprenderlo.
theme-other-words = Otras denominaciones: { $words }
sdgs-title = Objetivos de Desarrollo Sostenible
sdgs-lead = Las fichas según los objetivos de la Agenda 2030 a los que contribuyen.
sdg-heading = Objetivo { $number }: { $name }

# Map
map-title = Nuestro Norte es el Sur
map-lead = Quién comparte con quién: la cooperación registrada en prácticas e iniciativas, dibujada con el Sur arriba, como la dibujó Joaquín Torres García.
map-alt = Mapa del mundo con el Sur arriba. Unos hilos van de los países que comparten su experiencia a los países que la aprovechan. La tabla los contiene todos.
map-members-alt = Mapa del mundo con el Sur arriba y los países de esta ficha en color. La página los enumera.
map-disclaimer = Las fronteras que figuran en los mapas no implican juicio alguno sobre la condición jurídica de ningún país o territorio.
map-projection = Proyección Equal Earth
map-north-up = Poner el Norte arriba
map-south-up = Poner el Sur arriba
map-any-theme = Todos los temas
map-any-modality = Todas las modalidades
map-show = Mostrar
map-table = Los mismos datos en una tabla
map-caption = Flujos de cooperación, de quien comparte a quien aprovecha
map-summary =
    { $count ->
        [one] { $n } par de países. Cuanto más oscuro es un país, en más fichas comparte; cuanto más grueso es un hilo, más fichas representa.
       *[other] { $n } pares de países. Cuanto más oscuro es un país, en más fichas comparte; cuanto más grueso es un hilo, más fichas representa.
    }
map-from = Comparte
map-to = Aprovecha
map-records = Fichas
map-rest =
    { $count ->
        [one] { $n } par más figura en los datos de la API.
       *[other] { $n } pares más figuran en los datos de la API.
    }

# Errors
lost-heading = Este hilo no lleva a ninguna parte
lost-text = No hay ninguna página en esta dirección. Puede que la dirección contenga un error o que la página haya cambiado de lugar.
lost-near = ¿Buscaba alguna de estas páginas?
failed-heading = Algo ha fallado
failed-text = No se pudo generar la página. El error es nuestro y ha quedado registrado; vuelva a intentarlo dentro de un momento.
gone-heading = Esta ficha fue retirada
gone-mark = Retirada
gone-lead = Se titulaba «{ $title }». Nada se elimina sin dejar rastro: esta página permanece en su lugar.
gone-when = Retirada el
gone-reason = Motivo
gone-others = Ver otras fichas del mismo tipo

# About
about-title = «Ayni» significa en quechua reciprocidad entre iguales
about-lead = Hoy por ti, mañana por mí. En los Andes no se paga al vecino que ayuda a techar la casa: después se le ayudará a techar la suya.
about-what = Qué hace
about-what-text = Un ministerio de trabajo, un sindicato, una organización de empleadores o una ciudad tiene un problema en el mundo del trabajo. Alguien en el Sur ya se ha enfrentado a él. Ayni responde a tres preguntas en una sola página, en el idioma de quien pregunta e incluso con una mala conexión: ¿qué funcionó en condiciones como las mías, quién lo hizo y estaría dispuesto a compartirlo, y dónde puedo aprenderlo?
about-rely = En qué puede confiar
about-rely-text = Cada ficha cita sus fuentes. Nada se publica por decisión exclusiva de su autor. Nada se elimina: lo que se retira deja constancia del motivo. Cada ficha tiene un responsable y una fecha de revisión.
about-languages = Siete idiomas
about-languages-text = Las páginas están en árabe, chino, español, francés, inglés, portugués y ruso. Una pregunta en uno de esos idiomas encuentra fichas en todos ellos. Una ficha se muestra en su idioma si ha sido traducida; de lo contrario, se muestra en otro, y la página lo indica.
about-data = De dónde provienen los datos
about-data-text = Nombres de países e idiomas: Unicode CLDR. Condiciones: ILOSTAT, Banco Mundial, CIA World Factbook. Mapa: Natural Earth. Objetivos: Naciones Unidas. Cada ficha enumera sus propias fuentes.
about-run = Ponga en marcha su propia instancia
about-run-text = Ayni es un programa y una carpeta de datos. Cualquier ministerio, sindicato o universidad puede ponerlo en marcha en su propio país y con su propio nombre.
accessibility-title = Accesibilidad
accessibility-lead = Ayni está hecho para que cualquier persona pueda utilizarlo, con cualquier dispositivo y cualquier conexión.
accessibility-standard = La norma
accessibility-standard-text = Las páginas están diseñadas para cumplir las WCAG 2.2 en el nivel AA. Un programa comprueba cada página en cada idioma; así se detectan muchos fallos, pero no todos.
accessibility-how = Cómo funciona
accessibility-how-text = Todo funciona con el teclado, sin JavaScript, con lector de pantalla, ampliado al 400 %, en modo claro y en modo oscuro. Cada mapa y cada dibujo va acompañado de una tabla o una lista con el mismo contenido. Ninguna información se transmite solo mediante una imagen.
accessibility-limits = Limitaciones conocidas
accessibility-limits-text = Los títulos se muestran en el idioma en que se publicaron; cuando no hay traducción, la página indica el idioma para que un lector de pantalla pueda pronunciarlos. Es posible que los documentos de otros sitios web no sean accesibles.
accessibility-tell = Avísenos
accessibility-tell-text = Si algo no le funciona, escriba a la entidad que gestiona esta instancia. Todo obstáculo se trata como un fallo.
privacy-title = Privacidad
privacy-lead = Puede leer y preguntar sin decirnos quién es.
privacy-what = Qué se guarda sobre quienes consultan el sitio
privacy-what-text = Nada. Para leer no hay cookies, ni contadores de visitas, ni archivos de otros sitios web. Las preguntas no se guardan. El registro del servidor contiene el tipo de página, el resultado y el tiempo de respuesta; no contiene ni las direcciones de quienes consultan el sitio ni sus preguntas.
privacy-members = Qué se guarda sobre los miembros
privacy-members-text = De quien inicia sesión se conocen la dirección de correo, las demás formas de iniciar sesión que esa persona añada y una sola cookie, que contiene un número aleatorio y nada más; entre dos pasos del inicio de sesión hay otra cookie igual durante media hora como máximo. Lo que los miembros cuentan de sí mismos no lo ve nadie hasta que ellos lo abren. Las sesiones se pueden consultar y cerrar en cualquier momento. Los contadores contra intentos de adivinación guardan las direcciones de red de forma ilegible y solo durante un día.
privacy-records = Personas citadas en las fichas
privacy-records-text = Las fichas tratan de organizaciones, países y publicaciones. Los autores de las publicaciones se citan tal como los citan sus editoriales.
privacy-rights = Sus derechos
privacy-rights-text = Si una ficha lo o la cita de forma errónea o no debería hacerlo, escriba a la entidad que gestiona esta instancia: la ficha se corregirá o se retirará, y se dejará constancia del motivo.
