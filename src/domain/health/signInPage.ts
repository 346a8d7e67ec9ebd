/**
 * Sign-in pages in the common layouts. Each pattern is one telling place of the page: a password box, a form or
 * script that leads to a sign-in service, a SAML or OpenID Connect hand-over, or the page's own title.
 */
const PASSWORD_BOX = /<input\b[^>]{0,500}\btype\s*=\s*["']?password\b/i

const SIGN_IN_PATH =
  '(?:log-?in|log-?on|sign-?in|sign-?on|signon|sso|saml2?|oauth2?|openid-connect|oidc|adfs|cas|auth(?:n|orize|enticate)?)'

/** `<form action="/oauth2/start">`, `action="https://idp.example/adfs/ls/…"`. */
const SIGN_IN_FORM = new RegExp(
  `<form\\b[^>]{0,500}\\baction\\s*=\\s*["']?[^"'>\\s]{0,300}(?:[/._-]|^)${SIGN_IN_PATH}(?:[/?#."'\\s_-]|$)`,
  'i',
)

/** A form that hands a SAML or OpenID Connect message over by itself (HTTP POST binding). */
const HAND_OVER = /\bname\s*=\s*["']?(?:SAMLRequest|SAMLResponse|RelayState|id_token|login_hint)\b/i

/** A page that only forwards: `<meta http-equiv="refresh" content="0;url=/login">`, `location.href = '/login'`. */
const FORWARD = new RegExp(
  `(?:http-equiv\\s*=\\s*["']?refresh\\b[^>]{0,200}\\burl\\s*=|\\blocation(?:\\.href)?\\s*=|\\blocation\\.(?:replace|assign)\\()\\s*["'\`]?[^"'\`>\\s]{0,300}/${SIGN_IN_PATH}(?:[/?#."'\`]|$)`,
  'i',
)

/** Where a page of an identity provider gives itself away before any of its scripts has run. */
const PROVIDER =
  /\bid\s*=\s*["']?(?:kc-form-login|okta-sign-in|okta-login-container)\b|login\.microsoftonline\.com|accounts\.google\.com\/(?:o\/oauth2|signin|v3\/signin)|cdn-cgi\/access\/login|data-is-login-page/i

const TITLE_WORDS = new RegExp(
  [
    String.raw`\b(?:log|sign)[ -]?(?:in|on)\b`,
    String.raw`\b(?:login|logon|sso|saml|oauth2?|openid|single sign-on|authentication|authenticate|authelia|keycloak)\b`,
    String.raw`\b(?:anmelden|anmeldung|einloggen|connexion|se connecter|identification|iniciar sesi[oó]n|acceder|accedi|accesso|inloggen|aanmelden|entrar|iniciar sess[aã]o|zaloguj|logga in|log ind|logg inn|kirjaudu)\b`,
    '登录|登錄|登入|ログイン|サインイン|로그인|войти|вход|авторизация',
  ].join('|'),
  'i',
)

/** True for a page that asks for a sign-in, or forwards to one that does. */
export const isSignInPage = (page: string): boolean =>
  [PASSWORD_BOX, SIGN_IN_FORM, HAND_OVER, FORWARD, PROVIDER].some((pattern) => pattern.test(page)) ||
  TITLE_WORDS.test(titleOf(page) ?? '')

/** What the page calls itself: its title, else its first heading; entities of mark-up are read. */
export const titleOf = (page: string): string | null => {
  const raw =
    /<title\b[^>]{0,200}>([^<]{1,300})/i.exec(page)?.[1] ?? /<h1\b[^>]{0,200}>([^<]{1,300})/i.exec(page)?.[1]
  const text = raw
    ?.replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .trim()
  return text === undefined || text === '' ? null : text
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
])
