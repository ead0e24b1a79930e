/**
 * The colours of pictures, as custom properties of CSS: VS Code's own in the editor, ours elsewhere. Contrast of our
 * own: text at least 4.5 to 1 against every ground, marks and lines that say something at least 3 to 1.
 */

/** `editor`: a webview in VS Code. `auto`: light or dark as the reader's system is, light in print. */
export type Theme = 'editor' | 'auto' | 'light' | 'dark';

type Property =
  | 'ground' | 'card' | 'card-head' | 'border' | 'text' | 'muted' | 'line' | 'accent' | 'track' | 'lane' | 'selection' | 'mark-sign'
  | 'on-track' | 'at-risk' | 'off-track' | 'done' | 'not-started' | 'stopped' | 'conflict' | 'added' | 'removed' | 'changed'
  | 'error' | 'warning' | 'info';

type Colours = Readonly<Record<Property, string>>;

const LIGHT: Colours = {
  ground: '#ffffff', card: '#ffffff', 'card-head': '#f3f5f8', border: '#c3cad4', text: '#1b2330', muted: '#566172', line: '#7b8798',
  accent: '#1f5fd6', track: '#e2e6ec', lane: '#f7f4ee', selection: '#dbe7ff', 'mark-sign': '#ffffff',
  'on-track': '#1a7f4b', 'at-risk': '#a86200', 'off-track': '#c62828', done: '#2459b8', 'not-started': '#6b7686', stopped: '#6b7686',
  conflict: '#b3261e', added: '#1a7f4b', removed: '#c62828', changed: '#8a5a00', error: '#c62828', warning: '#a86200', info: '#2459b8',
};

const DARK: Colours = {
  ground: '#171b22', card: '#1f252e', 'card-head': '#28303b', border: '#465161', text: '#e8ecf2', muted: '#a7b1c0', line: '#8793a5',
  accent: '#7fb0ff', track: '#39434f', lane: '#221f1a', selection: '#25385a', 'mark-sign': '#12161c',
  'on-track': '#5fd39a', 'at-risk': '#f2b14a', 'off-track': '#ff8a80', done: '#8ab8ff', 'not-started': '#a7b1c0', stopped: '#a7b1c0',
  conflict: '#ff8a80', added: '#5fd39a', removed: '#ff8a80', changed: '#f2c572', error: '#ff8a80', warning: '#f2b14a', info: '#8ab8ff',
};

/** VS Code's own, with ours for themes that leave one out. */
function editorColours(fallback: Colours): Colours {
  const named = (names: readonly string[], property: Property): string => names.reduceRight((inner, name) => `var(--vscode-${name}, ${inner})`, fallback[property]);
  return {
    ground: named(['editor-background'], 'ground'),
    card: named(['editor-background'], 'card'),
    'card-head': named(['editorWidget-background'], 'card-head'),
    border: named(['contrastBorder', 'editorWidget-border', 'widget-border'], 'border'),
    text: named(['editor-foreground'], 'text'),
    muted: named(['descriptionForeground'], 'muted'),
    line: named(['contrastBorder', 'editorLineNumber-foreground'], 'line'),
    accent: named(['focusBorder'], 'accent'),
    track: named(['contrastBorder', 'editorIndentGuide-background1', 'editorWidget-border'], 'track'),
    lane: named(['sideBar-background'], 'lane'),
    selection: named(['editor-selectionBackground'], 'selection'),
    'mark-sign': named(['editor-background'], 'mark-sign'),
    'on-track': named(['charts-green'], 'on-track'),
    'at-risk': fallback['at-risk'],
    'off-track': named(['editorError-foreground', 'charts-red'], 'off-track'),
    done: named(['charts-blue'], 'done'),
    'not-started': named(['descriptionForeground'], 'not-started'),
    stopped: named(['descriptionForeground'], 'stopped'),
    conflict: named(['editorError-foreground'], 'conflict'),
    added: named(['gitDecoration-addedResourceForeground'], 'added'),
    removed: named(['gitDecoration-deletedResourceForeground'], 'removed'),
    changed: named(['gitDecoration-modifiedResourceForeground'], 'changed'),
    error: named(['editorError-foreground'], 'error'),
    warning: named(['editorWarning-foreground'], 'warning'),
    info: named(['editorInfo-foreground'], 'info'),
  };
}

/** VS Code's high-contrast themes: its foreground for what is read, its own lines. */
const HIGH_CONTRAST = `
.vscode-high-contrast.vscode-high-contrast { --tl-muted: var(--vscode-foreground); --tl-line: var(--vscode-foreground); --tl-card-head: var(--tl-ground); --tl-lane: var(--tl-ground); --tl-track: color-mix(in srgb, var(--vscode-foreground) 28%, transparent); --tl-selection: color-mix(in srgb, var(--vscode-focusBorder) 24%, var(--tl-ground)); }
.vscode-high-contrast .card-box, .vscode-high-contrast .lane-box { stroke-width: 1.5; }`;

const FONT = {
  editor: 'var(--vscode-font-family, system-ui, sans-serif)',
  page: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
};

function properties(colours: Colours): string {
  return Object.entries(colours).map(([name, value]) => `--tl-${name}: ${value};`).join(' ');
}

/**
 * The custom properties of a theme, on the page's root or, in a picture of its own, on the picture. `auto` follows the
 * reader's system; print is always dark on white.
 */
export function themeStyle(theme: Theme): string {
  const rule = (selector: string, colours: Colours, font = FONT.page): string => `${selector} { ${properties(colours)} --tl-font: ${font}; }`;
  switch (theme) {
    case 'light': return rule(':root', LIGHT);
    case 'dark': return `${rule(':root', DARK)}\n@media print { ${rule(':root', LIGHT)} }`;
    case 'auto': return `${rule(':root', LIGHT)}\n@media screen and (prefers-color-scheme: dark) { ${rule(':root', DARK)} }`;
    case 'editor': return [
      rule('.vscode-light, .vscode-high-contrast-light', editorColours(LIGHT), FONT.editor),
      rule('.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)', editorColours(DARK), FONT.editor),
      HIGH_CONTRAST,
    ].join('\n');
    default: return theme satisfies never;
  }
}
