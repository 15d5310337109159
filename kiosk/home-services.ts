/** As many services as are taken in at a glance stand on home; an office with more has them on a screen of their own. */
export const mostOnHome = 8;
