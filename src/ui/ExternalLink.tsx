import { Icon } from './Icon.tsx'
import styles from './ExternalLink.module.css'

/** True for an absolute http(s) address. A fleet file and a URL are untrusted: `javascript:` and the like are no links. */
function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)
}

/** A link out of the dashboard, in a tab of its own; plain text when the address is not http(s). */
export function ExternalLink({ href, children }: { readonly href: string; readonly children: string }) {
  if (!isWebAddress(href)) return <span>{children}</span>
  return (
    <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="out" size={12} />
    </a>
  )
}
