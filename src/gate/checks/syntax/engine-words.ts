import type { Syntax } from '../../../model/template.js';
import { words } from '../../../templates/syntax/words.js';

const jinjaFilters =
  'abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape format groupby indent int items join last length list lower map max min pprint random reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr nl2br dump';

/** Names that come with the engines, by their documentation. */
const built: Readonly<Partial<Record<Syntax, ReadonlySet<string>>>> = {
  // https://handlebarsjs.com/guide/builtin-helpers.html
  handlebars: words('if unless each with lookup log else blockHelperMissing helperMissing'),
  // https://shopify.github.io/liquid/
  liquid: words(
    'abs append at_least at_most capitalize ceil compact concat date default divided_by downcase escape escape_once first floor join last lstrip map minus modulo newline_to_br plus prepend remove remove_first remove_last replace replace_first replace_last reverse round rstrip size slice sort sort_natural split strip strip_html strip_newlines sum times truncate truncatewords uniq upcase url_decode url_encode where',
  ),
  // https://jinja.palletsprojects.com/templates/#list-of-builtin-filters
  jinja: words(jinjaFilters),
  // https://mozilla.github.io/nunjucks/templating.html
  nunjucks: words(jinjaFilters),
  // https://docs.djangoproject.com/en/stable/ref/templates/builtins/
  django: words(
    'add addslashes capfirst center cut date default default_if_none dictsort divisibleby escape escapejs filesizeformat first floatformat force_escape get_digit iriencode join json_script last length linebreaks linebreaksbr linenumbers ljust lower make_list phone2numeric pluralize pprint random rjust safe safeseq slice slugify stringformat striptags time timesince timeuntil title truncatechars truncatewords unordered_list upper urlencode urlize wordcount wordwrap yesno localize unlocalize utc localtime timezone intcomma naturaltime',
  ),
  // https://twig.symfony.com/doc/3.x/#reference
  twig: words(
    'abs batch capitalize column convert_encoding country_name currency_name currency_symbol date date_modify default escape e filter find first format format_currency format_date format_datetime format_number format_time html_to_markdown inky_to_html inline_css join json_encode keys language_name last length locale_name lower map markdown_to_html merge nl2br number_format raw reduce replace reverse round slice slug sort spaceless split striptags timezone_name title trim u upper url_encode trans',
  ),
  // https://pkg.go.dev/text/template#hdr-Functions
  go: words('and or not eq ne lt le gt ge len index slice print printf println html js urlquery call'),
};

/** Names that come with an engine; undefined where nobody can tell. */
export const builtWords = (syntax: Syntax): ReadonlySet<string> | undefined => built[syntax];
