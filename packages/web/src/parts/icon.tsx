const paths = {
  pulse: 'M2.5 10.5h3.2L8 4.5l3.6 11 2.3-5h3.6',
  customers: 'M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.5 17c.5-3.3 3-5 6.5-5s6 1.7 6.5 5',
  data: 'M3.5 5.2c0-1.2 2.9-2.2 6.5-2.2s6.5 1 6.5 2.2-2.9 2.2-6.5 2.2-6.5-1-6.5-2.2Zm0 0v9.6c0 1.2 2.9 2.2 6.5 2.2s6.5-1 6.5-2.2V5.2M3.5 10c0 1.2 2.9 2.2 6.5 2.2s6.5-1 6.5-2.2',
  settings:
    'M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10 2.5v2.2M10 15.3v2.2M17.5 10h-2.2M4.7 10H2.5M15.3 4.7l-1.6 1.6M6.3 13.7l-1.6 1.6M15.3 15.3l-1.6-1.6M6.3 6.3 4.7 4.7',
  search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12Zm4.3-1.7L17.5 17.5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  open: 'M7.5 4.5 13 10l-5.5 5.5',
} as const;

/** A small line drawing beside words; never instead of them, so it is hidden from those who hear the page. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
