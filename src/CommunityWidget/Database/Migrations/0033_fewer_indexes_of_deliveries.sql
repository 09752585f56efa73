-- Every message of a site that listens writes each of them; what is too old is found by webhook.
drop index deliveries_by_age;
