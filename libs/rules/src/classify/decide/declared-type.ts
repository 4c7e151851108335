/** What the source's own type says about the shape of the values. */
export type TypeClass =
  | 'bool'
  | 'date'
  | 'number'
  | 'money'
  | 'choice'
  | 'link'
  | 'email'
  | 'phone'
  | 'url'
  | 'longText'
  | 'person'
  | 'address'
  | 'image'
  | 'password'
  | 'count'
  | 'text'
  | 'unknown';

const PATTERNS: readonly (readonly [TypeClass, RegExp])[] = [
  ['unknown', /^(?:|unknown|any|object|mixed|null|undefined)$/],
  [
    'bool',
    /^(?:bool|boolean|booleancheckbox|checkbox|check|twooptions|tinyint\(1\)|toggle|switch|yesno|yes_no|switch)$/,
  ],
  ['email', /e-?mail/],
  ['phone', /phone|^tel$|mobile/],
  ['image', /image|photo|avatar|picture|binary/],
  ['password', /password|secret|encrypted|hash/],
  ['url', /^ur[li]$|website|hyperlink|^link_url$/],
  ['person', /personname|fullname|^name$/],
  ['address', /address/],
  ['count', /rollup|rollup_summary|autonumber|calculated_count/],
  ['money', /currency|money|amount|monetary|converted/],
  ['date', /date|time|timestamp|^birthday$|^month$|^year$/],
  [
    'longText',
    /textarea|longtext|long_text|^text$|html|memo|note|rich|editor|small text|longchar|wysiwyg|multiline/,
  ],
  [
    'choice',
    /enum|select|picklist|option|radio|dropdown|^choice|multiselect|tags|^set$|varchar_enum|multiplechoice|multi_enum/,
  ],
  [
    'link',
    /^link|linkmultiple|lookup|reference|many2one|many2many|one2many|relationship|relation|^foreign$|owner|customer_ref|^ref$|relate|entityreference|table/,
  ],
  [
    'number',
    /^(?:int|integer|number|long|short|double|float|decimal|bigint|smallint|numeric|percent|autoincrement|int\d+|real)\b/,
  ],
  ['text', /.*/],
];

export function typeClassOf(type: string): TypeClass {
  const bare = type.slice(0, 60).trim().toLowerCase();
  return PATTERNS.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'unknown';
}
