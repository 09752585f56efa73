namespace CommunityWidget.Contracts;

/// <summary>Every refusal of the product. 1xxx who you are, 2xxx what you sent, 3xxx what the thread allows, 4xxx too much, 5xxx not now.</summary>
public static class Refusals
{
    /// <summary>No valid cookie, token or ticket came with the request.</summary>
    public static readonly Refusal NotSignedIn = new(1001, "not_signed_in", "Sign in first: no valid credential came with this request.");

    /// <summary>Known, but the role or site does not allow it.</summary>
    public static readonly Refusal NotAllowed = new(1002, "not_allowed", "Your role on this site does not allow this.");

    /// <summary>Does not exist, or belongs to someone else: the two look alike on purpose.</summary>
    public static readonly Refusal NotFound = new(1003, "not_found", "There is nothing here under that id.");

    /// <summary>The site key in the tag belongs to no site.</summary>
    public static readonly Refusal UnknownSite = new(1004, "unknown_site", "No site has this key. Copy the script tag again from the admin pages.");

    /// <summary>The page's origin is not on the site's list.</summary>
    public static readonly Refusal OriginNotAllowed = new(1005, "origin_not_allowed", "This page's origin is not on the site's list. An admin can add it.");

    /// <summary>E-mail or password did not match.</summary>
    public static readonly Refusal WrongPassword = new(1006, "wrong_password", "The e-mail and the password do not match. Try again, or ask your community manager for a new link.");

    /// <summary>The secret of a link was used, is too old, or never existed.</summary>
    public static readonly Refusal LinkNotValid = new(1007, "link_not_valid", "This link was used already or has expired. Ask for a new one.");

    /// <summary>The account is suspended.</summary>
    public static readonly Refusal Suspended = new(1008, "suspended", "This account is suspended for now. Your community manager can tell you more.");

    /// <summary>A volunteer agrees to the charter before they take a question.</summary>
    public static readonly Refusal CharterFirst = new(1010, "charter_first", "Read the charter and agree to it first: your console shows where.");

    /// <summary>The brand's provider knows somebody whom no member here is.</summary>
    public static readonly Refusal BrandNotKnown = new(1013, "brand_not_known", "No member here has this verified e-mail. Use the link of your invitation first.");

    /// <summary>Without a password the brand's sign-in is the only way in.</summary>
    public static readonly Refusal PasswordFirst = new(3063, "password_first", "Choose a password first, so that you can still sign in.");

    /// <summary>The site serves only customers the shop has named, and this visitor is none.</summary>
    public static readonly Refusal IdentityRequired = new(1011, "identity_required", "Sign in to the shop first: this chat is for its customers. What you typed was kept.");

    /// <summary>The shop's word of who somebody is was not signed as it must be, is too old, or was used before.</summary>
    public static readonly Refusal IdentityNotValid = new(1012, "identity_not_valid", "This identity could not be accepted. Make a new token for each page; an admin can try one under Identity and see what is wrong.");

    /// <summary>A site has so many identity keys and no more.</summary>
    public static readonly Refusal TooManyIdentityKeys = new(3062, "too_many_identity_keys", "A site has at most 5 identity keys. Revoke one that is no longer used.");

    /// <summary>Nothing but white space.</summary>
    public static readonly Refusal TextEmpty = new(2001, "text_empty", "Write something first.");

    /// <summary>Over the limits of <see cref="Limits"/>.</summary>
    public static readonly Refusal TextTooLong = new(2002, "text_too_long", "That is too long: a message holds 4,000 characters and 16 kB. Nothing was lost, shorten it and send again.");

    /// <summary>A control character other than tab or newline, or half a surrogate pair.</summary>
    public static readonly Refusal TextHasControlCharacters = new(2003, "text_control_characters", "The text holds characters that cannot be shown. Remove them and send again.");

    /// <summary>Over 40 code points, or with control characters.</summary>
    public static readonly Refusal NameNotUsable = new(2004, "name_not_usable", "A name holds 1 to 40 visible characters.");

    /// <summary>No client key, or not 8 to 64 letters, digits or dashes.</summary>
    public static readonly Refusal KeyMissing = new(2005, "key_missing", "Each ask and message needs a key of its own: 8 to 64 letters, digits or dashes.");

    /// <summary>The key came before with another body.</summary>
    public static readonly Refusal KeyReused = new(2006, "key_reused", "This key was used before with another text. Use a new key for a new message.");

    /// <summary>Not an address we could write to.</summary>
    public static readonly Refusal EmailNotUsable = new(2007, "email_not_usable", "That does not look like an e-mail address. Check it and try again.");

    /// <summary>A rating is a whole number from 1 to 5.</summary>
    public static readonly Refusal StarsOutOfRange = new(2008, "stars_out_of_range", "A rating is a whole number from 1 to 5.");

    /// <summary>A field has the wrong shape.</summary>
    public static readonly Refusal NotUnderstood = new(2009, "not_understood", "The request could not be read. See the API description for its shape.");

    /// <summary>A password shorter than 10 characters.</summary>
    public static readonly Refusal PasswordTooShort = new(2010, "password_too_short", "Choose a password of at least 10 characters.");

    /// <summary>A tag is 1 to 30 visible characters; a thread has 20 at most.</summary>
    public static readonly Refusal TagNotUsable = new(2011, "tag_not_usable", "A tag holds 1 to 30 visible characters, and a thread 20 tags. Shorten it, or take one off first.");

    /// <summary>A variable in double braces that does not exist.</summary>
    public static readonly Refusal UnknownVariable = new(2012, "unknown_variable", "There is no such variable. Use {{visitor}}, {{topic}}, {{agent}} or {{page}}.");

    /// <summary>The address is there, and asked in another way.</summary>
    public static readonly Refusal WrongMethod = new(2015, "wrong_method", "This address takes another method: the Allow header names it, and so does the API description.");

    /// <summary>The time to come back lies in the past or more than 90 days ahead.</summary>
    public static readonly Refusal SnoozeOutOfRange = new(2013, "snooze_out_of_range", "Choose a time from now up to 90 days ahead.");

    /// <summary>A kept reply needs a title of 1 to 80 characters.</summary>
    public static readonly Refusal TitleNotUsable = new(2014, "title_not_usable", "A title holds 1 to 80 visible characters.");

    /// <summary>Words that insult or threaten somebody.</summary>
    public static readonly Refusal TextInsulting = new(2030, "text_insulting", "Some of these words hurt people, so this was not sent. Say it without them: criticism is welcome. Your text was kept.");

    /// <summary>Advertising, or the same over and over within one text.</summary>
    public static readonly Refusal TextSpam = new(2031, "text_spam", "This reads like advertising, so it was not sent. Remove links and repetitions, and say what it is about. Your text was kept.");

    /// <summary>A link that hides where it leads, or runs something.</summary>
    public static readonly Refusal LinkNotSafe = new(2032, "link_not_safe", "A link in this text is not safe to follow, so it was not sent. Remove it, or write the page's plain address. Your text was kept.");

    /// <summary>A text that cannot wait for a moderator, because it is no message.</summary>
    public static readonly Refusal TextNotFit = new(2033, "text_not_fit", "This could hurt somebody as it is written, so it was not kept. Put it in other words and try again.");

    /// <summary>A name that insults, or says how to reach somebody.</summary>
    public static readonly Refusal NameNotFit = new(2034, "name_not_fit", "Choose another name: one that insults nobody and holds no e-mail address or phone number.");

    /// <summary>A visitor's or reader's name that says who they are.</summary>
    public static readonly Refusal NameInFull = new(2035, "name_in_full", "Give a first name or a nickname: full names are not shown.");

    /// <summary>The thread is closed; a visitor may reopen it on purpose.</summary>
    public static readonly Refusal ThreadClosed = new(3001, "thread_closed", "This conversation has ended. Your text was kept.");

    /// <summary>Someone else won the question.</summary>
    public static readonly Refusal AlreadyTaken = new(3002, "already_taken", "Someone was faster: this question is taken.");

    /// <summary>The offer's time is up.</summary>
    public static readonly Refusal OfferExpired = new(3003, "offer_expired", "This offer's time is up. The next one will come.");

    /// <summary>The offer is no longer open for another reason.</summary>
    public static readonly Refusal OfferGone = new(3004, "offer_gone", "This offer is no longer open.");

    /// <summary>All seats are taken.</summary>
    public static readonly Refusal NoFreeSeat = new(3005, "no_free_seat", "All your seats are taken. End or release a conversation first.");

    /// <summary>The responder changed since the caller last looked, or to whom a parked question is given.</summary>
    public static readonly Refusal StaleFence = new(3006, "stale_fence", "The conversation changed hands meanwhile. Your text was kept; look again before sending.");

    /// <summary>Only current participants may write.</summary>
    public static readonly Refusal NotParticipant = new(3007, "not_participant", "You are not part of this conversation any more. Your text was kept.");

    /// <summary>A parked thread was answered first by someone else.</summary>
    public static readonly Refusal AlreadyAnswered = new(3008, "already_answered", "Someone answered this meanwhile. Your text was kept.");

    /// <summary>The member a chat should go to is away or full.</summary>
    public static readonly Refusal NotReachable = new(3009, "not_reachable", "That person is away or full right now. The conversation stays with you.");

    /// <summary>A parked thread cannot go live while its visitor is away.</summary>
    public static readonly Refusal VisitorAway = new(3010, "visitor_away", "The visitor has left. Write your answer: it will reach them later.");

    /// <summary>The state table has no such step.</summary>
    public static readonly Refusal NotPossibleNow = new(3011, "not_possible_now", "That is not possible in the conversation's present state.");

    /// <summary>The visitor's other thread is waiting or live.</summary>
    public static readonly Refusal VisitorBusy = new(3012, "visitor_busy", "The visitor is in another conversation. Write your answer: it will reach them later.");

    /// <summary>Older than the 7 days in which a thread may be reopened.</summary>
    public static readonly Refusal TooLateToReopen = new(3013, "too_late_to_reopen", "This conversation is too old to continue. Ask a new question; your text was kept.");

    /// <summary>A helper may write and leave; what ends the conversation for everybody is the responder's.</summary>
    public static readonly Refusal OnlyResponder = new(3014, "only_responder", "Only whoever holds this conversation may do that. Take it over first.");

    /// <summary>A site keeps 500 replies at most.</summary>
    public static readonly Refusal TooManyReplies = new(3015, "too_many_replies", "There are 500 replies already. Remove one you no longer use first.");

    /// <summary>Nobody who could be asked into a conversation is there, or they are in it already.</summary>
    public static readonly Refusal NobodyToAsk = new(3016, "nobody_to_ask", "Nobody who could help is there right now. Try again in a while, or hand the conversation on.");

    /// <summary>A call for help was answered, withdrawn or is too old.</summary>
    public static readonly Refusal HelpCallOver = new(3017, "help_call_over", "This call for help is over: somebody else came, or the conversation has ended.");

    /// <summary>A held text was decided by somebody else first.</summary>
    public static readonly Refusal AlreadyDecided = new(3018, "already_decided", "Somebody decided this meanwhile. Look at the list again.");

    /// <summary>A parked question belongs to whom it was given to.</summary>
    public static readonly Refusal GivenToAnother = new(3019, "given_to_another", "This question was given to somebody else meanwhile. Your text was kept.");

    /// <summary>A sanction of this member may not be decided by this moderator, or not so.</summary>
    public static readonly Refusal NotYoursToJudge = new(3060, "not_yours_to_judge", "This is not yours to decide: nobody judges themselves, an admin only by an admin, and an appeal is answered by somebody else where there is one.");

    /// <summary>A sanction was lifted or ended, or its appeal was written or answered before.</summary>
    public static readonly Refusal SanctionOver = new(3061, "sanction_over", "This was decided meanwhile. Look again: the page shows how it stands.");

    /// <summary>No such kind, a term outside 1 to 365 days, or no reason.</summary>
    public static readonly Refusal SanctionNotUsable = new(2060, "sanction_not_usable", "Choose what to do, for 1 to 365 days where it lasts, and say why: a template, your own words or both.");

    /// <summary>No text in any language of the site, or one that is too long.</summary>
    public static readonly Refusal CharterNotUsable = new(2061, "charter_not_usable", "Write the charter in the site's first language at least, in 30,000 characters at most.");

    /// <summary>A visitor is asked to pause for up to 30 days.</summary>
    public static readonly Refusal SilenceOutOfRange = new(2062, "silence_out_of_range", "Choose for how long, up to 30 days.");

    /// <summary>A moderator or the team asked this visitor to pause.</summary>
    public static readonly Refusal Silenced = new(4060, "silenced", "The team has paused this chat for you. Your text was kept; you can write again later.");

    /// <summary>Another site of this installation has the short name.</summary>
    public static readonly Refusal SlugTaken = new(3020, "slug_taken", "Another site has or had this short name. Choose another one.");

    /// <summary>Somebody saved the same settings since the form was opened.</summary>
    public static readonly Refusal ChangedMeanwhile = new(3021, "changed_meanwhile", "Somebody changed this meanwhile. What you typed was kept; look again, then save once more.");

    /// <summary>A site always has somebody who may set it up.</summary>
    public static readonly Refusal LastAdmin = new(3022, "last_admin", "This is the site's only admin. Make somebody else an admin first.");

    /// <summary>A change can be taken back for ten seconds, while nothing else has changed the same.</summary>
    public static readonly Refusal TooLateToUndo = new(3023, "too_late_to_undo", "It is too late to undo this. Change it back by hand.");

    /// <summary>A site has so many webhooks and no more.</summary>
    public static readonly Refusal TooManyWebhooks = new(3024, "too_many_webhooks", "A site has at most 10 webhooks. Delete one that is no longer used.");

    /// <summary>A site has so many API keys and no more.</summary>
    public static readonly Refusal TooManyKeys = new(3025, "too_many_keys", "A site has at most 20 API keys. Revoke one that is no longer used.");

    /// <summary>A page says nothing twice.</summary>
    public static readonly Refusal AnswerThere = new(3071, "answer_there", "An answer on the page says this already. Turn this one away, or word it anew.");

    /// <summary>No mail server is configured: later answers wait in the widget.</summary>
    public static readonly Refusal EmailOff = new(3040, "email_off", "Answers cannot be sent by e-mail here. Yours will be in this chat at your next visit.");

    /// <summary>The sentence a visitor agrees to is another one by now.</summary>
    public static readonly Refusal ConsentOutdated = new(3041, "consent_outdated", "What you agree to has been worded anew. Reload the page and read it again.");

    /// <summary>Somebody reports very much.</summary>
    public static readonly Refusal TooManyReports = new(4004, "too_many_reports", "You have reported a lot today. The moderators have it all; come back tomorrow if there is more.", 86_400);

    /// <summary>Many answers wait to be read already: of this reader today, or about this page.</summary>
    public static readonly Refusal TooManyProposals = new(4070, "too_many_proposals", "Many answers wait to be read already. Keep your text and send it tomorrow.", 86_400);

    /// <summary>A reader has voted very much today.</summary>
    public static readonly Refusal TooManyVotes = new(4071, "too_many_votes", "You have said a lot about our pages today. Thank you; come back tomorrow for more.", 86_400);

    /// <summary>Too many confirmations were asked for, by this visitor or for this address.</summary>
    public static readonly Refusal TooManyEmails = new(4003, "too_many_emails", "We have written to this address several times today. Look into its inbox and spam folder, or try again tomorrow.", 86_400);

    /// <summary>Too many requests.</summary>
    public static readonly Refusal TooMany = new(4001, "too_many_requests", "That was too fast. Wait a moment and try again; nothing was lost.", 10);

    /// <summary>The same text several times within a minute.</summary>
    public static readonly Refusal TextRepeated = new(4005, "text_repeated", "You have sent this several times already. It was received; wait a minute, or write something else.", 60);

    /// <summary>Too many wrong passwords.</summary>
    public static readonly Refusal LockedOut = new(4002, "locked_out", "Too many wrong passwords. Wait 15 minutes, or ask for a new link.", 900);

    /// <summary>The database is away, locked or full.</summary>
    public static readonly Refusal StorageAway = new(5001, "storage_away", "We could not save that just now. Your text was kept; try again in a few seconds.", 5);
}
