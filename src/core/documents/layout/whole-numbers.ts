/** Numbers of documents as they stand in sentences, 19/2018/TT-BGDĐT or 134/HD-PGD&ĐT: they are not torn at the end of a line. */
export const DOCUMENT_NUMBER = /(?<![\d/])\d+\/(?:\d{4}\/)?[\p{Lu}&]+(?:-[\p{Lu}&]+)+/u;

/** A hyphen in such a number. */
export const HYPHEN_OF_NUMBER = /(?<=(?<![\d/])\d+\/(?:\d{4}\/)?[\p{Lu}&][\p{Lu}&-]*)-(?=[\p{Lu}&])/u;
