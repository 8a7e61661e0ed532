/** Arabic-Indic and Persian digits, decimal and thousands signs, and what they are in ASCII; both of one length. */
export const easternDigits = '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬';
export const asciiDigits = '01234567890123456789.,';
