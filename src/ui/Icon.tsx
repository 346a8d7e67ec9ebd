const PATHS = {
  find: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM15.5 15.5L20 20',
  auto: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  contrast: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17zM8.5 16.5l3.5-9l3.5 9M9.8 13.5h4.4',
  light:
    'M12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1',
  dark: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  out: 'M9 7h8v8M17 7L7 17',
  open: 'M9 6l6 6l-6 6',
  copy: 'M9 9h10v10H9zM15 5H5v10',
  done: 'M5 12.5l4.5 4.5L19 7.5',
} as const

export type IconName = keyof typeof PATHS

/** A line drawing of 16 pixels beside or instead of a word; it says nothing itself. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: 12 | 16 }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" width={size} height={size}>
      <path
        d={PATHS[name]}
        fill={name === 'auto' ? 'currentColor' : 'none'}
        fillOpacity={0.35}
        stroke="currentColor"
        strokeWidth={size === 12 ? 2.4 : 1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
