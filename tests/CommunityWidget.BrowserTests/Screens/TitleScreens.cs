using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines.Pictures;
using CommunityWidget.Sites;

namespace CommunityWidget.BrowserTests.Screens;

/// <summary>The pictures that are shown with a link to a page, for titles in many writings.</summary>
public static class TitleScreens
{
    private static readonly (string State, string Title)[] Titles =
    [
        ("01 arabic", "هل يمكن استخدام مصباح Aube 2 مع مخفت إضاءة 5-150 W عادي؟"), ("02 hebrew", "האם אפשר להשתמש במנורה עם עמעם רגיל (LED) של 60 ואט?"),
        ("03 persian", "آیا می‌توان چراغ را با دیمر معمولی استفاده کرد؟"), ("04 hindi", "क्या यह दीपक साधारण डिमर के साथ काम करता है?"), ("05 chinese", "这款灯可以用普通调光器吗？还是需要专用的？"),
        ("06 japanese", "このランプは普通の調光器で使えますか？"), ("07 korean", "이 램프는 일반 조광기와 함께 작동합니까?"), ("08 thai", "โคมไฟนี้ใช้กับสวิตช์หรี่ไฟธรรมดาได้ไหม"), ("09 cyrillic", "Работает ли эта лампа с обычным диммером или нужен особый?"),
        ("10 greek", "Λειτουργεί αυτή η λάμπα με έναν συνηθισμένο ροοστάτη;"), ("11 emoji", "Does the lamp 💡 dim 🔅 with the app 📱?"), ("12 only emoji", "💡💡💡❓"), ("13 capitals", "WHY DOES MY LAMP NOT WORK WITH THE DIMMER I BOUGHT LAST WEEK???"),
        ("14 one letter", "?"), ("15 long word", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftslampe"), ("16 very long", string.Concat(Enumerable.Repeat("Does this lamp work with an ordinary dimmer? ", 5)).Trim()),
        ("17 an address", "https://shop.example/products/lamps/reading/brass/aube?colour=brass&size=large&ref=mail"), ("18 vietnamese", "Đèn này có dùng được với bộ điều chỉnh độ sáng thường không?"), ("19 french", "L’ampoule « œil-de-bœuf » à 12 € est-elle dimmable ?"),
        ("20 one letter", "a"), ("21 mixed", "How do I say مصباح in the search?"), ("22 georgian", "მუშაობს ეს ნათურა ჩვეულებრივ დიმერთან?"), ("23 combining", "e\u0301te\u0301 ou cafe\u0301 : ça va n\u0303 o\u0308 ?"), ("24 code", "What does `E27` mean in *this* lamp_type_name?"),
    ];

    public static async Task Take(Camera camera, DemoCast cast)
    {
        var site = (await cast.Product.Get<SiteStore>().BySlug("demo"))!;
        var draw = cast.Product.Get<DrawPicture>();
        foreach (var (state, title) in Titles) await camera.Keep("titles", state, await draw.Run(site, new Edition { Title = title, Language = cast.Names.Language }, 2));
        foreach (var (state, name, title, accent) in new[]
        {
            ("30 a shop of Tokyo", "東京ランプ店", "このランプは使えますか？", "#c01d4a"), ("31 a shop of Cairo", "متجر المصابيح", "Does it dim?", "#ffe600"), ("32 a long name", string.Concat(Enumerable.Repeat("Maison des Lampes ", 8)).Trim(), "Does it dim?", "#ffffff"),
            ("33 a shop of hearts", "♥", "💡", "#000000"), ("34 a shop of Tokyo, read", "東京ランプ店", "Does it dim?", "#c01d4a"),
        })
        {
            await camera.Keep("titles", state, await draw.Run(site with { Name = name, Accent = accent }, new Edition { Title = title, Language = cast.Names.Language }, 0));
        }
    }
}
