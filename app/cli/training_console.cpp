#include "app/cli/training_console.h"

#include "core/train/training_log.h"

#include <csignal>
#include <cstdio>
#include <string>

#include <poll.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

using nlohmann::ordered_json;

// Ctrl+C asks for a stop with a checkpoint; a second one ends the program at once.
volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) {
    if (interrupted) std::signal(SIGINT, SIG_DFL);
    interrupted = 1;
}

std::string duration(double seconds) {
    const int whole = static_cast<int>(seconds);
    char text[32];
    if (whole >= 3600) std::snprintf(text, sizeof text, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    else std::snprintf(text, sizeof text, "%d:%02d", whole / 60, whole % 60);
    return text;
}

void printLine(const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

void printLine(const ordered_json& json) { printLine(json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)); }

} // namespace

TrainingConsole::TrainingConsole(Form form) : m_form(form) {
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt); // of a launcher or a batch system
    m_input = std::jthread([this](std::stop_token stop) { readInput(stop); });
}

TrainingConsole::~TrainingConsole() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void TrainingConsole::readInput(std::stop_token stop) {
    std::string line;
    while (!stop.stop_requested()) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, 200) <= 0) continue;
        char letter = 0;
        if (::read(STDIN_FILENO, &letter, 1) <= 0) return;
        if (letter != '\n') {
            if (line.size() < 64) line += letter;
            continue;
        }
        if (line == "stop") m_request = train::Request::Stop;
        if (line == "checkpoint") m_request = train::Request::Checkpoint;
        if (line == "sample") m_request = train::Request::Sample;
        line.clear();
    }
}

train::Request TrainingConsole::request() {
    if (interrupted) return train::Request::Stop;
    return m_request.exchange(train::Request::None);
}

void TrainingConsole::began(const train::DataReport& report, std::int64_t parameters) {
    if (m_form == Form::Bar) {
        std::printf("%s%.2f million parameters are trained.\n", train::toText(report).c_str(), static_cast<double>(parameters) / 1e6);
        std::fflush(stdout);
        return;
    }
    ordered_json findings = ordered_json::array();
    for (const auto& f : report.findings)
        findings.push_back({{"kind", f.kind}, {"count", f.count}, {"left_out", f.leftOut}, {"example", f.example}});
    printLine({{"event", "data"}, {"samples", report.usable}, {"left_out", report.leftOut},
               {"modalities", report.perModality}, {"findings", findings}, {"parameters", parameters}});
}

void TrainingConsole::estimated(const train::Estimate& e) {
    if (m_form == Form::Json) {
        printLine({{"event", "estimate"}, {"seconds_a_step", e.secondsAStep}, {"memory_bytes", e.memoryBytes},
                   {"disk_bytes", e.diskBytes}, {"free_bytes", e.freeBytes}});
        return;
    }
    std::printf("One step takes about %.2f s; %.1f GB of memory and %.0f MB of disk are needed.\n", e.secondsAStep,
                static_cast<double>(e.memoryBytes) / 1e9, static_cast<double>(e.diskBytes) / 1e6);
    std::fflush(stdout);
}

void TrainingConsole::stepDone(const train::StepReport& r) {
    if (m_form == Form::Json) return printLine(train::toJsonLine(r));
    const bool terminal = ::isatty(STDOUT_FILENO) != 0;
    if (!terminal && r.step % 50 != 0 && r.progress < 1) return;
    std::printf("%sstep %lld  %3.0f %%  loss %.3f  rate %.1e  %.1f captions/s  left %s%s", terminal ? "\r\033[K" : "",
                static_cast<long long>(r.step), 100 * r.progress, r.smoothedLoss, r.learningRate,
                r.seconds > 0 ? static_cast<double>(r.captions) * static_cast<double>(r.step) / r.seconds : 0.0,
                duration(r.secondsLeft).c_str(), terminal ? "" : "\n");
    std::fflush(stdout);
    m_barShown = terminal;
}

void TrainingConsole::message(const std::string& text) {
    if (m_form == Form::Json) return printLine({{"event", "message"}, {"text", text}});
    std::printf("%s%s\n", m_barShown ? "\n" : "", text.c_str());
    std::fflush(stdout);
    m_barShown = false;
}

// As many as fit a screen.
static constexpr std::size_t kSampled = 6;

void TrainingConsole::sample(vlm::RegionCaptioner& captioner, std::int64_t step) {
    if (m_review.empty()) return message("There are no held-out captions to sample: the data have no split val.");
    const auto items = m_review.sample(captioner, kSampled);
    if (!items.ok()) return message("No samples: " + items.error().message);
    if (m_form == Form::Json) {
        ordered_json list = ordered_json::array();
        for (const auto& item : *items)
            list.push_back({{"id", item.id}, {"modality", item.modality}, {"caption", item.candidate}, {"references", item.references}});
        return printLine({{"event", "sample"}, {"step", step}, {"items", list}});
    }
    std::string text = "After step " + std::to_string(step) + ":";
    for (const auto& item : *items) text += "\n  " + item.id + ": " + item.candidate + "  (a person: " + item.references.front() + ")";
    message(text);
}

train::Metrics TrainingConsole::evaluate(vlm::RegionCaptioner& captioner, std::int64_t step) {
    if (m_review.empty()) return {};
    const auto evaluation = m_review.evaluate(captioner);
    if (!evaluation.ok()) {
        message("No evaluation: " + evaluation.error().message);
        return {};
    }
    const train::Metrics metrics = evaluate::metricsOf(*evaluation);
    if (m_form == Form::Json) {
        printLine(train::toJsonLine(step, metrics));
        return metrics;
    }
    std::string text = "After step " + std::to_string(step) + ", held-out captions:";
    for (const auto& [name, value] : metrics) {
        char number[32];
        std::snprintf(number, sizeof number, name == "items" ? " %.0f" : " %.3f", value);
        text += "  " + name + number;
    }
    message(text);
    return metrics;
}

void TrainingConsole::ended() {
    if (m_form == Form::Json) return printLine({{"event", "end"}});
    if (m_barShown) std::printf("\n");
}

} // namespace rb::cli
