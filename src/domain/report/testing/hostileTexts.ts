import fc from 'fast-check'

/** What means something to HTML, to a dialect of Markdown, to a chat or to a spreadsheet. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</td></table><script>alert(1)</script>',
  '" onclick="alert(1)',
  "' autofocus onfocus='alert(1)",
  '<!channel> <!here> <@U024BE7LH> <#C024BE7LR>',
  '<https://evil.example|the dashboard>',
  '@here @channel @all <@all> <@personEmail:boss@corp.example>',
  '#general :tada: :+1:',
  '[the dashboard](https://evil.example)',
  '![](https://evil.example/pixel.png)',
  '[label]: https://evil.example',
  'see https://evil.example, www.evil.example and evil.example',
  '*bold* _italic_ ~struck~ `code` **strong** __strong__ ~~struck~~ ==marked==',
  '```\nfenced\n```',
  '# heading',
  '- item\n- item',
  '> quoted',
  '| a | b |\n|---|---|',
  '1. first',
  '{code}{noformat}{html}',
  '=cmd|"/c calc"!A1',
  '@SUM(1+1)*cmd',
  '-2+3',
  '+1',
  '\t=1+1',
  '\u202Eabc\u202C',
  '\uD800 half',
  '&lt;b&gt; &#60; &amp;',
  'a\u0000b\u0007c',
  '$x^2$ $$y$$',
  String.raw`\*escaped\* \<b\>`,
  '--> <!-- ]]> <![CDATA[',
]

/** Any such text, pieces of it next to each other, and any text at all. */
export const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...HOSTILE),
        fc.constantFrom(...'<>&"\'`*_~[]()!#@:./\\|{}=+-$ \n'.split(''), 'a', 'http', 'www', '//'),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
)
