/** So much of a mail is read: what matters of a report stands before the message it returns. */
export const mostBytes = 2 ** 20;
