/** The languages of the screen and of files. */
export const languages = ['en', 'ar'] as const;
