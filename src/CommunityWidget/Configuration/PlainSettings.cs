using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Configuration;

/// <summary>
/// How what is set is read: in the words people write it in and the README uses. A number or a yes or no that is left blank is not set; one that cannot be
/// read is said in a sentence, together with whatever else is wrong.
/// </summary>
public static class PlainSettings
{
    private static readonly string[] On = ["on", "true", "yes", "1"], Off = ["off", "false", "no", "0"];

    /// <summary>Fills options from a section of the settings.</summary>
    public static OptionsBuilder<T> BindSettings<T>(this OptionsBuilder<T> options, string section) where T : class =>
        options.Configure<IConfiguration>((into, settings) => Fill(into, settings.GetSection(section)));

    /// <summary>A yes or no outside of any options.</summary>
    public static bool IsOn(this IConfiguration settings, string name, bool otherwise)
    {
        var faults = new List<string>();
        return Read(typeof(bool), otherwise, settings.GetSection(name), faults) is bool on && faults.Count == 0 ? on : throw new OptionsValidationException(name, typeof(bool), faults);
    }

    private static void Fill<T>(T into, IConfigurationSection section) where T : class
    {
        var faults = new List<string>();
        foreach (var one in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.SetMethod is { IsPublic: true }))
            one.SetValue(into, Read(one.PropertyType, one.GetValue(into), section.GetSection(one.Name), faults));
        if (faults.Count > 0) throw new OptionsValidationException(typeof(T).Name, typeof(T), faults);
    }

    private static object? Read(Type type, object? otherwise, IConfigurationSection setting, List<string> faults)
    {
        var said = setting.Value;
        if (type == typeof(string)) return said ?? otherwise;
        if (string.IsNullOrWhiteSpace(said)) return otherwise;
        if (type == typeof(bool) && Is(On, said)) return true;
        if (type == typeof(bool) && Is(Off, said)) return false;
        if (type == typeof(int) && int.TryParse(said, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return number;
        if (type == typeof(long) && long.TryParse(said, NumberStyles.Integer, CultureInfo.InvariantCulture, out var large)) return large;
        faults.Add(type == typeof(bool)
            ? $"{setting.Path} is neither on nor off. Write one of the two; true, false, yes, no, 1 and 0 are understood too."
            : $"{setting.Path} is not a whole number{(setting.Key.EndsWith("Ms", StringComparison.Ordinal) ? " of milliseconds" : "")}. Write it like {otherwise}: digits alone, without a unit.");
        return otherwise;
    }

    private static bool Is(string[] words, string said) => words.Contains(said.Trim(), StringComparer.OrdinalIgnoreCase);
}
