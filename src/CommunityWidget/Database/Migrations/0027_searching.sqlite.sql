-- The index of public pages. It holds numbers made of words, no words: nothing of a page that is withdrawn can be read in it.
create table search_spaces (
    space bigint primary key,
    site uuid not null references sites (id),
    language text not null,
    pages bigint not null,
    asked_words bigint not null,
    answered_words bigint not null
);
create index search_spaces_by_site on search_spaces (site);

create table search_pages (
    doc bigint primary key,
    page uuid not null unique,
    space bigint not null,
    version bigint not null,
    asked_words bigint not null,
    answered_words bigint not null,
    vector bytea not null,
    related_at bigint
);
create index search_pages_unrelated on search_pages (doc) where related_at is null;

-- For each word its pages in the order they are read in: those it says most about.
create table search_terms (
    term bigint not null,
    impact bigint not null,
    doc bigint not null,
    primary key (term, impact, doc)
) without rowid;
create index search_terms_by_doc on search_terms (doc);

create table search_words (
    term bigint primary key,
    pages bigint not null
) without rowid;

-- Words with a letter left out, for finding what a misspelt one was meant to be.
create table search_near (
    variant bigint not null,
    term bigint not null,
    primary key (variant, term)
) without rowid;
create index search_near_by_term on search_near (term);

-- Read with a page; looked for soon after it was published or reworded. likeness: the larger the nearer to the top.
create table related_pages (
    page uuid not null,
    other uuid not null,
    likeness bigint not null,
    primary key (page, other)
) without rowid;
create index related_pages_by_other on related_pages (other);

drop table page_words;
