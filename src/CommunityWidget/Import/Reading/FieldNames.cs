using System.Globalization;
using System.Text;

namespace CommunityWidget.Import.Reading;

/// <summary>What columns and fields are called in the exports we know, in English and in French; compared in their normal form, the first one found counts.</summary>
public static class FieldNames
{
    public static readonly string[]
        Id = ["sourceid", "questionid", "id", "externalid", "uid", "guid", "ref", "reference", "postid", "identifiant"],
        Title = ["title", "questiontitle", "questionsummary", "subject", "headline", "titre", "objet"],
        Question = ["question", "instruction", "utterance", "query", "q", "demande"],
        Body = ["body", "questionbody", "questiontext", "questiondetails", "text", "content", "description", "details", "detail", "message", "corps", "texte", "contenu"],
        AskedAt = ["askedat", "questiondate", "questiontime", "dateasked", "asked", "createdat", "created", "creationdate", "datecreated", "datepublished", "publishedat", "postedat", "dateposted", "submissiontime", "date", "unixtime", "timestamp", "time"],
        Author = ["author", "askedby", "askername", "asker", "questionauthor", "authorname", "authordisplayname", "ownerdisplayname", "owner", "username", "userdisplayname", "user", "usernickname", "nickname", "displayname", "customername", "auteur", "pseudo"],
        Language = ["language", "lang", "locale", "langue"],
        Topic = ["topic", "topics", "category", "categoryname", "theme", "rubrique", "categorie", "sujet"],
        ProductId = ["productid", "productsku", "sku", "asin", "gtin", "ean", "itemid", "articleid", "idproduit", "produitid"],
        ProductName = ["productname", "producttitle", "product", "itemname", "nomproduit", "nomduproduit", "produitnom", "produit"],
        ProductUrl = ["producturl", "productlink", "itemurl", "urlproduit", "urlduproduit", "produiturl"];

    public static readonly string[]
        AnswerText = ["", "text", "body", "content", "answer", "response", "reply", "message", "texte", "contenu", "reponse"],
        AnswerAuthor = ["author", "authorname", "authordisplayname", "by", "ownerdisplayname", "owner", "username", "userdisplayname", "user", "usernickname", "nickname", "displayname", "name", "auteur", "pseudo"],
        AnswerDate = ["date", "answeredat", "createdat", "created", "creationdate", "datecreated", "datepublished", "publishedat", "postedat", "dateposted", "submissiontime", "at", "time", "unixtime", "timestamp"],
        AnswerAccepted = ["accepted", "isaccepted", "best", "isbest", "chosen", "acceptee", "retenue"],
        AnswerVotes = ["votes", "votecount", "score", "upvotes", "upvotecount", "helpful", "helpfulcount", "totalpositivefeedbackcount", "votesum", "likes", "points"];

    /// <summary>What holds the answers as a list; whether they were accepted.</summary>
    public static readonly IReadOnlyDictionary<string, bool> Answers = new Dictionary<string, bool>
    {
        ["answers"] = false, ["responses"] = false, ["replies"] = false, ["suggestedanswer"] = false, ["suggestedanswers"] = false, ["reponses"] = false,
        ["acceptedanswer"] = true, ["acceptedanswers"] = true, ["bestanswer"] = true, ["bestanswers"] = true,
    };

    /// <summary>What only a question with its answers has.</summary>
    public static readonly IReadOnlySet<string> Answering = new HashSet<string>(["answer", .. Answers.Keys]);

    /// <summary>What holds the questions as a list, where a file begins with something around it.</summary>
    public static readonly IReadOnlySet<string> Questions = new HashSet<string> { "questions", "items", "data", "results", "rows", "records", "threads", "posts", MainEntity, "graph" };

    /// <summary>What every question has one of, in one object at least.</summary>
    public static readonly IReadOnlySet<string> Asking = new HashSet<string>([.. Title, .. Question, .. Body, .. Answering]);

    /// <summary>What stands around such a list, itself in an object.</summary>
    public static readonly IReadOnlySet<string> Around = new HashSet<string>([.. Questions, "result", "response", "payload", "body", HasPart]);

    /// <summary>What a page is about, in the words of schema.org: its questions, or the only one. And other pages that are in it.</summary>
    public const string MainEntity = "mainentity", HasPart = "haspart";

    /// <summary>What is said once around questions, and meant of each.</summary>
    public static readonly IReadOnlySet<string> Shared = new HashSet<string>([.. ProductId, .. ProductName, .. ProductUrl, .. Language, .. Topic]);

    // One answer beside its question, by its own word; the first ones say at once that it was accepted.
    private static readonly string[] AnswerWords = ["acceptedanswer", "bestanswer", "suggestedanswer", "answers", "answer", "response", "reply", "reponse", "solution"];

    private static readonly HashSet<string> Parts = [.. AnswerText, .. AnswerAuthor, .. AnswerDate, .. AnswerAccepted, .. AnswerVotes];

    private static readonly HashSet<string> OfQuestions = ["", "type", "importline", "importreason", .. Id, .. Title, .. Question, .. Body, .. AskedAt, .. Author, .. Shared];

    private static readonly HashSet<string> OnlyOfAnswers = [.. AnswerAccepted, "votes", "score", "helpful"];

    /// <summary>The number of an answer that is named as the accepted one; those below zero are.</summary>
    public const int Accepted = -1_000;

    /// <summary>Small letters without accents, and digits: "Asked at", "asked_at" and "AskedAt" are one name.</summary>
    public static string Normal(string name)
    {
        var normal = new StringBuilder();
        // U+FFFE is no character, and cannot be normalised.
        foreach (var c in name.Replace("\uFFFE", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) normal.Append(char.ToLowerInvariant(c));
        return normal.ToString();
    }

    /// <summary>Which answer a name speaks of, the only one being 0, and which part of it; nothing where it speaks of the question. Some do so without a word for it.</summary>
    public static (string Word, int Number, string Part)? OfAnswer(string name)
    {
        if (OnlyOfAnswers.Contains(name)) return ("", 0, name);
        foreach (var word in AnswerWords.Where(word => name.StartsWith(word, StringComparison.Ordinal)))
        {
            var (at, number) = (word.Length, 0);
            for (; at < name.Length && char.IsAsciiDigit(name[at]) && number < 1_000; at++) number = (number * 10) + (name[at] - '0');
            if (Parts.Contains(name[at..])) return (word, word is "acceptedanswer" or "bestanswer" ? Accepted : number, name[at..]);
        }
        return null;
    }

    /// <summary>A list by this name is of answers, by whichever word; whether they were accepted. Nothing where it is of something else.</summary>
    public static bool? AreAnswers(string name) => Answers.TryGetValue(name, out var accepted) ? accepted
        : OfAnswer(name) is { Word.Length: > 0, Number: var number, Part: var part } && AnswerText.Contains(part) ? number < 0 : null;

    /// <summary>The same answer's other part: where its text is named (<c>answercontent</c>), <c>answerauthor</c>.</summary>
    public static string WithPart(string text, string part) => part.Length > 0 && OfAnswer(text) is { } answer ? text[..^answer.Part.Length] + part : text;

    /// <summary>An answer's text may stand here, and counts before all whose number is higher; none where no text of one stands.</summary>
    public static int? TextRank(string name) => OfAnswer(name) is { Word.Length: > 0, Part: var part } && Array.IndexOf(AnswerText, part) is >= 0 and var rank ? rank : null;

    /// <summary>It says something beside an answer's text, where it stands with one.</summary>
    public static bool IsBeside(string name) => Parts.Contains(name) && !AnswerText.Contains(name);

    /// <summary>It says something here, of a question or of an answer to it.</summary>
    public static bool IsKnown(string name) => OfQuestions.Contains(name) || OfAnswer(name) is not null;

    /// <summary>It says something that hardly anything but a question with its answers says.</summary>
    public static bool IsOfQuestion(string name) => Question.Contains(name) || Answering.Contains(name) || OfAnswer(name) is { Word.Length: > 0 };

    /// <summary>Two parts of an answer that say the same of it: how many votes, or whether it was accepted.</summary>
    public static bool AreAlike(string part, string other) =>
        (AnswerVotes.Contains(part) && AnswerVotes.Contains(other)) || (AnswerAccepted.Contains(part) && AnswerAccepted.Contains(other));
}
