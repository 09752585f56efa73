-- Members connected to a node that has lost the queue all share, and when it last said so: those who still share one take nobody's conversation away meanwhile.
create table heard (
    member uuid primary key references members (id),
    at bigint not null
);
