// Entry point of the page: the browser's platform, the application, and the calls between them.
#include "app/app_bench.hpp"
#include "app/app_test_hook.hpp"
#include "platform/web/test_web.hpp"
#include "platform/web/web_platform.hpp"
#include "text/help_texts.hpp"
#include "ui/probe/probe.hpp"

namespace {

std::span<unsigned char const> bytes(std::string const& text) { return {reinterpret_cast<unsigned char const*>(text.data()), text.size()}; }

}  // namespace

// The page fetches its texts.
rancang::HelpTexts const* rancang::embedded_texts(Language) { return nullptr; }

int main() {
  using namespace rancang;  // NOLINT(google-build-using-namespace)
  static WebPlatform platform;
  static std::string const regular = platform.font("inter-400"), bold = platform.font("inter-600"), icons = platform.font("icons");
  AppOptions options;
  options.fonts = {bytes(regular), bytes(bold), bytes(icons), platform.glyph_rasterizer()};
  static App app(platform, std::move(options));
  static AppBench bench(app);
  platform.set_bench_hook(&bench);
  static AppTestHook test(app);
  web::set_test_hook(&test);
  platform.run([] { app.frame(); }, [](bool cut) { app.copy_now(cut); },
               {probe::want, probe::begin_frame, probe::end_frame, probe::items, probe::generation, probe::role_name});
  return 0;
}
