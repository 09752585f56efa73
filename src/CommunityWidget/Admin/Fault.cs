namespace CommunityWidget.Admin;

/// <summary>What is wrong with one field of a form. <see cref="Texts.AdminTexts"/> has the sentence that says what to do.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Code">Which sentence.</param>
/// <param name="About">What the sentence speaks of: what was typed, what was probably meant, a limit.</param>
public sealed record Fault(string Field, string Code, params IReadOnlyList<string> About);

/// <summary>A form read: exactly what may be kept, or what is wrong with it.</summary>
public sealed record Reading<T>(T? Value, IReadOnlyList<Fault> Faults) where T : class
{
    public static implicit operator Reading<T>(T value) => new(value, []);

    public static implicit operator Reading<T>(List<Fault> faults) => new(null, faults);
}
