/** Colours of a mail by light and dark; names say what for. Each pair of text and ground has a contrast of at least 4.5. */
export const colors = {
  ground: '#f4f1ea',
  sheet: '#ffffff',
  text: '#2b2822',
  faint: '#5f594d',
  line: '#e3ddd0',
  link: '#7a3e12',
} as const;

/** Left edge of the first lines: red, amber, or green only where all was read and nothing differs. */
export const toneColors = { drift: '#a32a2a', unsure: '#b07816', quiet: '#2f6b3c' } as const;

/** Words stand beside the colour, always. */
export const severityColors = {
  high: { text: '#8c1f1f', ground: '#f8e3e1' },
  medium: { text: '#6d4705', ground: '#fbeed3' },
  low: { text: '#34506e', ground: '#e4ecf4' },
  info: { text: '#4d4a42', ground: '#ecebe6' },
} as const;

export const FONT = '-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Helvetica,Arial,sans-serif';

/**
 * For programs that have a dark mode and read it from the mail (Apple Mail, Outlook on the web and phones); the others
 * keep the light colours or turn them by themselves.
 */
export const DARK_STYLE = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  '@media (prefers-color-scheme:dark){',
  '.ground,.ground>table>tbody>tr>td{background:#191713!important}',
  '.sheet{background:#24211b!important;border-color:#3b362c!important}',
  '.t{color:#f1ece0!important}',
  '.f{color:#bdb5a4!important}',
  '.l{border-color:#3b362c!important}',
  'a{color:#e8b27d!important}',
  '.high{color:#ffc9c4!important;background:#5a1f1d!important}',
  '.medium{color:#ffdf9e!important;background:#533a0c!important}',
  '.low{color:#cfe1f4!important;background:#2a3d52!important}',
  '.info{color:#e6e2d8!important;background:#45413a!important}',
  '}',
  '@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}}',
].join('');
