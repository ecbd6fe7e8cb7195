/** The page's icon: a headset in one stroke. */
export const PAGE_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#2b6cb0"/>' +
  '<path d="M4 10V8a4 4 0 0 1 8 0v2M4 9v3M12 9v3" fill="none" stroke="#fff" stroke-width="1.6" stroke-linecap="round"/></svg>';
