using CommunityWidget.Sites;

namespace CommunityWidget.Admin.Forms;

/// <summary>For how many days each class is kept, as typed.</summary>
public sealed class RetentionForm
{
    public string? Unanswered { get; set; }
    public string? Private { get; set; }
    public string? Published { get; set; }
    public string? Audit { get; set; }
    public string? Numbers { get; set; }

    public static RetentionForm Of(Retention kept) => new()
    {
        Unanswered = $"{kept.Unanswered}",
        Private = $"{kept.Private}",
        Published = $"{kept.Published}",
        Audit = $"{kept.Audit}",
        Numbers = $"{kept.Numbers}",
    };

    public Reading<Retention> Read()
    {
        var faults = new List<Fault>();
        int Days(string field, string? typed) => Number.Read(field, typed, Retention.Least, Retention.Most, faults) ?? 0;
        var read = new Retention(Days("unanswered", Unanswered), Days("private", Private), Days("published", Published), Days("audit", Audit), Days("numbers", Numbers));
        return faults.Count > 0 ? faults : read;
    }
}
