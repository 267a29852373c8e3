// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pacs/PacsNode.h"
#include "tests/support/ScanFiles.h"
#include "tests/support/network/ServerProcess.h"

namespace vertescore::test {

/// An authority and certificates of it, made for one test with the program openssl.
class Authority {
public:
    /// folder: where its files go. name: of the authority and so of its files.
    Authority(const std::filesystem::path& folder, const std::string& name)
        : m_folder(folder), m_name(name),
          m_isMade(openssl({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                            "/CN=" + name, "-keyout", file(name + ".key"), "-out", file(name + ".pem")})) {}

    bool isMade() const { return m_isMade; }
    std::filesystem::path caFile() const { return m_folder / (m_name + ".pem"); }

    /// TLS settings with a new certificate for a host: "IP:127.0.0.1" or "DNS:archive".
    pacs::Tls issue(const std::string& who, const std::string& host) {
        const std::string stem = m_name + "-" + who;
        writeBytes(m_folder / (stem + ".ext"), "subjectAltName=" + host + "\n");
        m_isMade = openssl({"req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=" + who, "-keyout",
                            file(stem + ".key"), "-out", file(stem + ".csr")}) &&
                   openssl({"x509", "-req", "-in", file(stem + ".csr"), "-CA", file(m_name + ".pem"),
                            "-CAkey", file(m_name + ".key"), "-CAcreateserial", "-days", "2", "-extfile",
                            file(stem + ".ext"), "-out", file(stem + ".pem")}) &&
                   m_isMade;
        return {true, caFile(), m_folder / (stem + ".pem"), m_folder / (stem + ".key"), true};
    }

private:
    std::string file(const std::string& name) const { return (m_folder / name).string(); }

    static bool openssl(std::vector<std::string> arguments) {
        const auto program = programNamed("openssl");
        if (!program) return false;
        arguments.insert(arguments.begin(), *program);
        return ServerProcess(std::move(arguments)).wait() == 0;
    }

    std::filesystem::path m_folder;
    std::string m_name;
    bool m_isMade = false;
};

} // namespace vertescore::test
